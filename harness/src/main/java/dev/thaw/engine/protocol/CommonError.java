package dev.thaw.engine.protocol;

/**
 * The errors every service shares, as in
 * https://docs.aws.amazon.com/lambda/latest/api/CommonErrors.html.
 */
public enum CommonError implements ErrorCode {
  SERIALIZATION("SerializationException", 400),
  VALIDATION("ValidationException", 400),
  UNKNOWN_OPERATION("UnknownOperationException", 400),
  INVALID_ACTION("InvalidAction", 400),
  MISSING_ACTION("MissingAction", 400),
  MALFORMED_QUERY("MalformedQueryString", 400),
  INCOMPLETE_SIGNATURE("IncompleteSignatureException", 403),
  REQUEST_TOO_LARGE("RequestEntityTooLargeException", 413),
  INTERNAL_FAILURE("InternalFailure", 500),
  SERVICE_UNAVAILABLE("ServiceUnavailable", 503),
  NOT_IMPLEMENTED("NotImplemented", 501);

  private final String code;
  private final int status;

  CommonError(String code, int status) {
    this.code = code;
    this.status = status;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return status;
  }

  /** What the engine answers to an operation, a member or a value that it lacks. */
  public static AwsException notImplemented(String what) {
    return new AwsException(NOT_IMPLEMENTED, what + " is not implemented by this engine");
  }

  /** What many large requests at once are answered, before there is no memory left. */
  public static AwsException crowded() {
    return new AwsException(
        SERVICE_UNAVAILABLE,
        "The requests that arrive at once are larger than the engine's memory; send fewer of them"
            + " at a time");
  }

  public static AwsException malformed(String message) {
    return new AwsException(SERIALIZATION, message);
  }
}
