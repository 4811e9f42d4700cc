package dev.thaw.engine.protocol;

/** One of a service's errors: its code and HTTP status. */
public interface ErrorCode {
  String code();

  int status();

  /** The code on the Query protocol, where the service has another one there. */
  default String queryCode() {
    return code();
  }

  /**
   * How the service spells the member that holds the message: {@code message} or {@code Message}.
   */
  default String messageMember() {
    return "message";
  }
}
