package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Caller;
import dev.thaw.invocation.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * All buckets. Their names are shared by all accounts and regions, as on AWS. Objects lie in files
 * with numbers for names, so no key can lead out of the folder.
 */
public final class Buckets {
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  private final Path folder;
  private final Clock clock;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final AtomicLong files = new AtomicLong();

  public Buckets(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** What a client says of an object that it puts. */
  public record Description(String contentType, Map<String, String> metadata) {
    public static final Description PLAIN = new Description("binary/octet-stream", Map.of());
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

  Bucket bucket(String name) {
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
    if (!bucket(name).objects().isEmpty()) {
      throw S3Error.BUCKET_NOT_EMPTY.exception().with("BucketName", name);
    }
    buckets.remove(name);
  }

  /** Stores an object in a bucket that is made for it where there is none. */
  public StoredObject putInOwn(String bucket, Caller owner, String key, byte[] content) {
    createIfAbsent(bucket, owner);
    return put(bucket, key, content, Description.PLAIN);
  }

  /** Stores what a service of AWS puts into somebody's bucket. */
  public void store(String bucket, String key, byte[] content) {
    put(bucket, key, content, Description.PLAIN);
  }

  StoredObject put(String bucket, String key, byte[] content, Description description) {
    var objects = bucket(bucket).objects();
    var object =
        new StoredObject(
            key,
            write(content),
            content.length,
            HexFormat.of().formatHex(Digests.MD5.of(content)),
            clock.now(),
            description.contentType(),
            description.metadata());
    discard(Optional.ofNullable(objects.put(key, object)).stream().toList());
    return object;
  }

  private Path write(byte[] content) {
    try {
      Files.createDirectories(folder);
      return Files.write(folder.resolve(Long.toString(files.incrementAndGet())), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    try {
      return Files.readAllBytes(object.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes an object; one that does not exist is as good as removed. */
  public void remove(String bucket, String key) {
    var removed = bucket(bucket).objects().remove(key);
    discard(Optional.ofNullable(removed).stream().toList());
  }

  private static void discard(Collection<StoredObject> objects) {
    for (var object : objects) {
      try {
        Files.deleteIfExists(object.file());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
