package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Caller;
import dev.thaw.invocation.Clock;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * All buckets. Their names are shared by all accounts and regions, as on AWS. Thread-safe; changes
 * of one bucket are in the order of their objects' sequence.
 */
public final class Buckets {
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  private final ContentStore store;
  private final Clock clock;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final List<BucketListener> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong sequence;

  public Buckets(Path folder, Clock clock) {
    this.store = new ContentStore(folder);
    this.clock = clock;
    // So that it grows from one engine to the next as well.
    this.sequence = new AtomicLong(clock.now().toEpochMilli() * 1_000_000);
  }

  /** Content that is to become an object, and its entity tag. */
  record Upload(
      String key,
      Content content,
      long size,
      String tag,
      Description description,
      WriteCondition condition) {
    Upload on(WriteCondition other) {
      return new Upload(key, content, size, tag, description, other);
    }
  }

  /** From now on that one is told as well. */
  public void add(BucketListener listener) {
    listeners.add(listener);
  }

  ContentStore store() {
    return store;
  }

  Clock clock() {
    return clock;
  }

  void create(String name, Caller owner) {
    if (!NAME.matcher(name).matches() || name.contains("..")) {
      throw S3Error.INVALID_BUCKET_NAME.exception().with("BucketName", name);
    }
    var existing = createIfAbsent(name, owner);
    if (existing.stream().anyMatch(bucket -> !bucket.account().equals(owner.account()))) {
      throw S3Error.BUCKET_ALREADY_EXISTS.exception().with("BucketName", name);
    }
    // The oldest region forgives a repetition, alone of all.
    if (existing.isPresent() && !owner.region().equals("us-east-1")) {
      throw S3Error.BUCKET_ALREADY_OWNED_BY_YOU.exception().with("BucketName", name);
    }
  }

  private Optional<Bucket> createIfAbsent(String name, Caller owner) {
    var bucket = Bucket.of(name, owner.account(), owner.region(), clock.now());
    return Optional.ofNullable(buckets.putIfAbsent(name, bucket));
  }

  Optional<Bucket> find(String name) {
    return Optional.ofNullable(buckets.get(name));
  }

  /** Fails as S3 does if there is no such bucket. */
  public Bucket bucket(String name) {
    var bucket = buckets.get(name);
    if (bucket == null) {
      throw S3Error.NO_SUCH_BUCKET.exception().with("BucketName", name);
    }
    return bucket;
  }

  List<Bucket> ownedBy(String account) {
    return buckets.values().stream()
        .filter(bucket -> bucket.account().equals(account))
        .sorted((left, right) -> left.name().compareTo(right.name()))
        .toList();
  }

  void delete(String name) {
    var bucket = bucket(name);
    synchronized (bucket) {
      if (!bucket.objects().isEmpty()) {
        throw S3Error.BUCKET_NOT_EMPTY.exception().with("BucketName", name);
      }
      buckets.remove(name);
    }
    listeners.forEach(listener -> listener.deleted(name));
  }

  /** Stores an object, in a file, in a bucket that is made for it where there is none. */
  public StoredObject putInOwn(String bucket, Caller owner, String key, byte[] content) {
    createIfAbsent(bucket, owner);
    var tag = tag(content);
    return put(
        bucket(bucket),
        new Upload(
            key, store.file(content), content.length, tag, Description.PLAIN, WriteCondition.NONE));
  }

  /** Stores what a service of AWS puts into somebody's bucket. */
  public void store(String bucket, String key, byte[] content) {
    put(bucket(bucket), upload(key, content, Description.PLAIN));
  }

  Upload upload(String key, byte[] content, Description description) {
    var tag = tag(content);
    var kept = store.keep(content);
    return new Upload(key, kept, content.length, tag, description, WriteCondition.NONE);
  }

  private static String tag(byte[] content) {
    return HexFormat.of().formatHex(Digests.MD5.of(content));
  }

  /** Puts an object on a client's behalf, and tells who listens how it came. */
  StoredObject put(Call call, String how, String bucket, Upload upload) {
    var into = bucket(bucket);
    var object = put(into, upload);
    tell(() -> ObjectEvent.created(how, call, into, object));
    return object;
  }

  private StoredObject put(Bucket bucket, Upload upload) {
    StoredObject object;
    StoredObject replaced;
    synchronized (bucket) {
      checkCondition(bucket, upload);
      object =
          new StoredObject(
              upload.key(),
              upload.content(),
              upload.size(),
              upload.tag(),
              clock.now(),
              upload.description(),
              sequence.incrementAndGet());
      replaced = bucket.objects().put(upload.key(), object);
    }
    if (replaced != null) {
      store.discard(replaced.content());
    }
    return object;
  }

  private void checkCondition(Bucket bucket, Upload upload) {
    if (upload.condition().equals(WriteCondition.NONE)) {
      return;
    }
    try {
      upload.condition().checkWrite(upload.key(), bucket.objects().get(upload.key()));
    } catch (AwsException refusal) {
      store.discard(upload.content());
      throw refusal;
    }
  }

  /** Gives an object other tags, which is no change of it. */
  void tag(String bucket, String key, Map<String, String> tags) {
    var in = bucket(bucket);
    synchronized (in) {
      in.objects().put(key, get(bucket, key).withTags(tags));
    }
  }

  private void tell(Supplier<ObjectEvent> event) {
    if (!listeners.isEmpty()) {
      var happened = event.get();
      listeners.forEach(listener -> listener.changed(happened));
    }
  }

  public StoredObject get(String bucket, String key) {
    var object = bucket(bucket).objects().get(key);
    if (object == null) {
      throw S3Error.NO_SUCH_KEY.exception().with("Key", key);
    }
    return object;
  }

  public byte[] read(StoredObject object) {
    return object.content().bytes();
  }

  /** Removes an object; one that does not exist is as good as removed. */
  public void remove(String bucket, String key) {
    take(bucket(bucket), key, WriteCondition.NONE);
  }

  /** The same on a client's behalf, and tells who listens. */
  void remove(Call call, String bucket, String key, WriteCondition condition) {
    var from = bucket(bucket);
    if (take(from, key, condition)) {
      tell(() -> ObjectEvent.removed(call, from, key, sequence.incrementAndGet(), clock.now()));
    }
  }

  private boolean take(Bucket bucket, String key, WriteCondition condition) {
    StoredObject removed;
    synchronized (bucket) {
      condition.checkRemoval(bucket.objects().get(key));
      removed = bucket.objects().remove(key);
    }
    if (removed != null) {
      store.discard(removed.content());
    }
    return removed != null;
  }
}
