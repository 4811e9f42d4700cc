package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.ErrorCode;
import dev.thaw.rules.concurrency.Admission;

/**
 * Lambda's errors, as in https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html; the members
 * of their bodies as recorded 2025-11-25 (localstack test_lambda_api, test_lambda).
 */
public enum LambdaError implements ErrorCode {
  INVALID_PARAMETER_VALUE("InvalidParameterValueException", 400),
  INVALID_REQUEST_CONTENT("InvalidRequestContentException", 400),
  ACCESS_DENIED("AccessDeniedException", 403),
  RESOURCE_NOT_FOUND("ResourceNotFoundException", 404),
  PROVISIONED_CONFIG_NOT_FOUND("ProvisionedConcurrencyConfigNotFoundException", 404),
  RESOURCE_CONFLICT("ResourceConflictException", 409),
  PRECONDITION_FAILED("PreconditionFailedException", 412),
  /** Seen of Invoke, too, though its API page names RequestTooLargeException: code and member. */
  REQUEST_ENTITY_TOO_LARGE("RequestEntityTooLargeException", 413),
  TOO_MANY_REQUESTS("TooManyRequestsException", 429),
  SERVICE("ServiceException", 500);

  private final String code;
  private final int status;

  LambdaError(String code, int status) {
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

  @Override
  public String messageMember() {
    return switch (this) {
      case RESOURCE_NOT_FOUND, SERVICE, ACCESS_DENIED, REQUEST_ENTITY_TOO_LARGE -> "Message";
      default -> "message";
    };
  }

  /** An error of the caller's. */
  public AwsException user(String message) {
    return new AwsException(this, message).with("Type", "User");
  }

  public static AwsException functionNotFound(String arn) {
    return RESOURCE_NOT_FOUND.user("Function not found: " + arn);
  }

  public static AwsException aliasNotFound(FunctionName function, String alias) {
    return RESOURCE_NOT_FOUND.user("Cannot find alias arn: " + function.arn() + ":" + alias);
  }

  public static AwsException noSuchResource() {
    return RESOURCE_NOT_FOUND.user("The resource you requested does not exist.");
  }

  public static AwsException invalid(String message) {
    return INVALID_PARAMETER_VALUE.user(message);
  }

  /** Recorded 2025-11-24: localstack TestLambdaConcurrency; no Retry-After was sent. */
  public static AwsException throttled(Admission refusal) {
    var reason = refusal.reason().orElseThrow();
    return TOO_MANY_REQUESTS.user("Rate Exceeded.").with("Reason", reason.wire());
  }

  public static AwsException failed(String message) {
    return new AwsException(SERVICE, message).with("Type", "Service");
  }
}
