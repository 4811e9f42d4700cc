package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Caller;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Uploads in parts that are neither completed nor aborted. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html">Multipart
 *     upload</a>
 */
final class Uploads {
  private static final long SMALLEST_PART = 5L * 1024 * 1024;
  private static final long LARGEST_OBJECT = 1024L * 1024 * 1024;

  private final Buckets buckets;
  private final Supplier<String> ids;
  private final Map<String, Ongoing> ongoing = new ConcurrentHashMap<>();

  Uploads(Buckets buckets, Supplier<String> ids) {
    this.buckets = buckets;
    this.ids = ids;
  }

  /** An upload and the parts that it has so far. */
  record Ongoing(
      String id,
      String bucket,
      String key,
      Description description,
      Caller owner,
      Instant begun,
      NavigableMap<Integer, Part> parts) {}

  /** A part that came in. */
  record Part(int number, Content content, long size, byte[] md5, Instant at) {
    String eTag() {
      return '"' + HexFormat.of().formatHex(md5) + '"';
    }
  }

  Buckets buckets() {
    return buckets;
  }

  Ongoing begin(Caller owner, String bucket, String key, Description description) {
    buckets.bucket(bucket);
    var upload =
        new Ongoing(
            ids.get(),
            bucket,
            key,
            description,
            owner,
            buckets.clock().now(),
            new ConcurrentSkipListMap<>());
    ongoing.put(upload.id(), upload);
    return upload;
  }

  Ongoing get(String bucket, String key, String id) {
    buckets.bucket(bucket);
    var upload = ongoing.get(id);
    if (upload == null || !upload.bucket().equals(bucket) || !upload.key().equals(key)) {
      throw S3Error.NO_SUCH_UPLOAD.exception().with("UploadId", id);
    }
    return upload;
  }

  /** In the order of their keys, then of their beginning. */
  List<Ongoing> of(String bucket, String prefix) {
    buckets.bucket(bucket);
    return ongoing.values().stream()
        .filter(upload -> upload.bucket().equals(bucket) && upload.key().startsWith(prefix))
        .sorted(
            (left, right) -> {
              int byKey = Utf8Order.BYTES.compare(left.key(), right.key());
              return byKey != 0 ? byKey : left.begun().compareTo(right.begun());
            })
        .toList();
  }

  Part add(Ongoing upload, int number, byte[] content) {
    var part =
        new Part(
            number,
            buckets.store().keep(content),
            content.length,
            Digests.MD5.of(content),
            buckets.clock().now());
    var replaced = upload.parts().put(number, part);
    if (replaced != null) {
      buckets.store().discard(replaced.content());
    }
    return part;
  }

  void abort(Ongoing upload) {
    if (ongoing.remove(upload.id()) != null) {
      upload.parts().values().forEach(part -> buckets.store().discard(part.content()));
    }
  }

  /** The object that those parts make, of an upload that is over with this. */
  Buckets.Upload complete(Ongoing upload, List<CompletedPart> named) {
    var parts = parts(upload, named);
    long size = parts.stream().mapToLong(Part::size).sum();
    if (size > LARGEST_OBJECT) {
      throw S3Error.ENTITY_TOO_LARGE.exception();
    }
    var content = buckets.store().join(parts.stream().map(Part::content).toList());
    abort(upload);
    return new Buckets.Upload(
        upload.key(), content, size, tag(parts), upload.description(), WriteCondition.NONE);
  }

  private static List<Part> parts(Ongoing upload, List<CompletedPart> named) {
    if (named.isEmpty()) {
      throw S3Error.MALFORMED_XML.exception();
    }
    var parts = new ArrayList<Part>();
    int previous = 0;
    for (var each : named) {
      if (each.partNumber() == null || each.partNumber() <= previous) {
        throw S3Error.INVALID_PART_ORDER.exception().with("UploadId", upload.id());
      }
      previous = each.partNumber();
      var part = upload.parts().get(previous);
      if (part == null || each.eTag() == null || !isSame(each.eTag(), part)) {
        throw S3Error.INVALID_PART
            .exception()
            .with("UploadId", upload.id())
            .with("PartNumber", Integer.toString(previous));
      }
      parts.add(part);
    }
    for (var part : parts.subList(0, parts.size() - 1)) {
      if (part.size() < SMALLEST_PART) {
        throw S3Error.ENTITY_TOO_SMALL
            .exception()
            .with("ProposedSize", Long.toString(part.size()))
            .with("MinSizeAllowed", Long.toString(SMALLEST_PART))
            .with("PartNumber", Integer.toString(part.number()));
      }
    }
    return parts;
  }

  private static boolean isSame(String eTag, Part part) {
    return eTag.replace("\"", "").equals(part.eTag().replace("\"", ""));
  }

  /** The digest of the parts' digests, and how many they were. */
  private static String tag(List<Part> parts) {
    try {
      var digest = MessageDigest.getInstance("MD5");
      parts.forEach(part -> digest.update(part.md5()));
      return HexFormat.of().formatHex(digest.digest()) + "-" + parts.size();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has MD5", e);
    }
  }
}
