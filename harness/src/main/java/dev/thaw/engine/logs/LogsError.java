package dev.thaw.engine.logs;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.ErrorCode;

/**
 * CloudWatch Logs' errors:
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html.
 */
enum LogsError implements ErrorCode {
  RESOURCE_NOT_FOUND("ResourceNotFoundException"),
  RESOURCE_ALREADY_EXISTS("ResourceAlreadyExistsException"),
  INVALID_PARAMETER("InvalidParameterException");

  private final String code;

  LogsError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return 400;
  }

  static AwsException noSuchGroup() {
    return new AwsException(RESOURCE_NOT_FOUND, "The specified log group does not exist.");
  }

  static AwsException noSuchStream() {
    return new AwsException(RESOURCE_NOT_FOUND, "The specified log stream does not exist.");
  }

  static AwsException groupExists() {
    return new AwsException(RESOURCE_ALREADY_EXISTS, "The specified log group already exists");
  }

  static AwsException invalid(String message) {
    return new AwsException(INVALID_PARAMETER, message);
  }
}
