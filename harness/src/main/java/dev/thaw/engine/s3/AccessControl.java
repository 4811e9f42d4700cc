package dev.thaw.engine.s3;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Access control lists, which no bucket here allows: their owner owns everything in them, as is the
 * rule for new buckets since April 2023.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html">
 *     Object ownership</a>
 */
final class AccessControl {
  private static final Set<String> OF_OWNER = Set.of("bucket-owner-full-control");
  private static final Set<String> PRIVATE = Set.of("private");

  private AccessControl() {}

  /** Refuses an object with a list of its own. */
  static void checkObject(@Nullable String canned, @Nullable String... grants) {
    if (isSet(OF_OWNER, canned, grants)) {
      throw S3Error.ACL_NOT_SUPPORTED.exception();
    }
  }

  /** Refuses a bucket with a list of its own. */
  static void checkBucket(@Nullable String canned, @Nullable String... grants) {
    if (isSet(PRIVATE, canned, grants)) {
      throw S3Error.INVALID_BUCKET_ACL.exception();
    }
  }

  private static boolean isSet(
      Set<String> harmless, @Nullable String canned, @Nullable String... grants) {
    return (canned != null && !harmless.contains(canned))
        || Arrays.stream(grants).anyMatch(Objects::nonNull);
  }
}
