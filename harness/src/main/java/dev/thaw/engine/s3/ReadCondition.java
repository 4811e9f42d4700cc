package dev.thaw.engine.s3;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * On what a read depends, in the order of RFC 9110, 13.2.2: a date counts where no tag is named.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-reads.html">
 *     Conditional reads</a>
 */
record ReadCondition(
    @Nullable String ifMatch,
    @Nullable String ifNoneMatch,
    @Nullable Instant ifModifiedSince,
    @Nullable Instant ifUnmodifiedSince) {

  void check(StoredObject object) {
    var modified = object.lastModified().truncatedTo(ChronoUnit.SECONDS);
    if (ifMatch != null) {
      if (!ETags.match(ifMatch, object)) {
        throw S3Error.PRECONDITION_FAILED.exception().with("Condition", "If-Match");
      }
    } else if (ifUnmodifiedSince != null && modified.isAfter(ifUnmodifiedSince)) {
      throw S3Error.PRECONDITION_FAILED.exception().with("Condition", "If-Unmodified-Since");
    }
    if (ifNoneMatch != null) {
      if (ETags.match(ifNoneMatch, object)) {
        throw S3Error.NOT_MODIFIED.exception();
      }
    } else if (ifModifiedSince != null && !modified.isAfter(ifModifiedSince)) {
      throw S3Error.NOT_MODIFIED.exception();
    }
  }
}
