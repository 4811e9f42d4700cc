package dev.thaw.engine.apigateway.route;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.ErrorCode;

/** API Gateway's errors: https://docs.aws.amazon.com/apigateway/latest/api/CommonErrors.html. */
public enum ApiError implements ErrorCode {
  BAD_REQUEST("BadRequestException", 400),
  NOT_FOUND("NotFoundException", 404),
  CONFLICT("ConflictException", 409),
  TOO_LARGE("RequestEntityTooLargeException", 413);

  private final String code;
  private final int status;

  ApiError(String code, int status) {
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

  /** With that text. */
  public AwsException exception(String message) {
    return new AwsException(this, message);
  }
}
