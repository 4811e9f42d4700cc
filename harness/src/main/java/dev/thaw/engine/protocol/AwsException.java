package dev.thaw.engine.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/** An error that AWS would answer: the code, the message, and further members of its body. */
public final class AwsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ErrorCode error;
  private final transient Map<String, String> members;
  private final transient Optional<SdkPojo> details;

  public AwsException(ErrorCode error, String message) {
    this(error, message, Map.of(), Optional.empty());
  }

  private AwsException(
      ErrorCode error, String message, Map<String, String> members, Optional<SdkPojo> details) {
    // An answer, not a fault: nobody reads where it was thrown.
    super(message, null, false, false);
    this.error = error;
    this.members = members;
    this.details = details;
  }

  /** The same error with one more member in its body, such as {@code Type} or {@code Reason}. */
  public AwsException with(String member, String value) {
    var more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new AwsException(error, message(), more, details);
  }

  /** The same error with the members of that shape in its body, where the protocol has room. */
  public AwsException with(SdkPojo shape) {
    return new AwsException(error, message(), members, Optional.of(shape));
  }

  public ErrorCode error() {
    return error;
  }

  public String code() {
    return error.code();
  }

  public int status() {
    return error.status();
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  public Map<String, String> members() {
    return members;
  }

  /** Members that are no texts. */
  Optional<SdkPojo> details() {
    return details;
  }
}
