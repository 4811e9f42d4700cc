package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.CommonError;
import org.jspecify.annotations.Nullable;

/**
 * On what a write depends: that the object is still the one of a tag, or that there is none.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">
 *     Conditional writes</a>
 */
record WriteCondition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
  static final WriteCondition NONE = new WriteCondition(null, null);

  private static final String ANY = "*";

  static WriteCondition of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
    if (ifNoneMatch != null && !ifNoneMatch.equals(ANY)) {
      throw CommonError.notImplemented("If-None-Match with an entity tag in a write");
    }
    return ifMatch == null && ifNoneMatch == null ? NONE : new WriteCondition(ifMatch, ifNoneMatch);
  }

  /** Refuses to write over that object, or where there is none. */
  void checkWrite(String key, @Nullable StoredObject existing) {
    if (ifNoneMatch != null && existing != null) {
      throw failed("If-None-Match");
    }
    if (ifMatch != null && existing == null) {
      throw S3Error.NO_SUCH_KEY.exception().with("Key", key);
    }
    checkRemoval(existing);
  }

  /** Refuses to remove that object; where there is none nothing is wrong. */
  void checkRemoval(@Nullable StoredObject existing) {
    if (ifMatch != null && existing != null && !ETags.match(ifMatch, existing)) {
      throw failed("If-Match");
    }
  }

  private static AwsException failed(String condition) {
    return S3Error.PRECONDITION_FAILED.exception().with("Condition", condition);
  }
}
