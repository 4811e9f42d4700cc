package dev.thaw.engine.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/** An error that AWS would answer: the code, the message, and further members of its body. */
public final class AwsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ErrorCode error;
  private final transient Map<String, String> members;

  public AwsException(ErrorCode error, String message) {
    this(error, message, Map.of());
  }

  private AwsException(ErrorCode error, String message, Map<String, String> members) {
    // An answer, not a fault: nobody reads where it was thrown.
    super(message, null, false, false);
    this.error = error;
    this.members = members;
  }

  /** The same error with one more member in its body, such as {@code Type} or {@code Reason}. */
  public AwsException with(String member, String value) {
    var more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new AwsException(error, message(), more);
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
}
