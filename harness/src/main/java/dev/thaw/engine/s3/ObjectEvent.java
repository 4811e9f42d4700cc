package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import java.time.Instant;

/**
 * An object came or went. {@code name} is AWS's without the service: {@code ObjectCreated:Put}.
 * What was removed has neither size nor tag.
 */
public record ObjectEvent(
    String name,
    Call call,
    Bucket in,
    String key,
    long size,
    String tag,
    long sequence,
    Instant at) {
  public static final String CREATED = "ObjectCreated:";
  public static final String REMOVED = "ObjectRemoved:";

  static ObjectEvent created(String how, Call call, Bucket bucket, StoredObject object) {
    return new ObjectEvent(
        CREATED + how,
        call,
        bucket,
        object.key(),
        object.size(),
        object.tag(),
        object.sequence(),
        object.lastModified());
  }

  static ObjectEvent removed(Call call, Bucket bucket, String key, long sequence, Instant at) {
    return new ObjectEvent(REMOVED + "Delete", call, bucket, key, 0, "", sequence, at);
  }

  public String bucket() {
    return in.name();
  }

  /** The account that the bucket belongs to. */
  public String owner() {
    return in.account();
  }

  /** Where the bucket is. */
  public String region() {
    return in.region();
  }

  public boolean isRemoval() {
    return name.startsWith(REMOVED);
  }
}
