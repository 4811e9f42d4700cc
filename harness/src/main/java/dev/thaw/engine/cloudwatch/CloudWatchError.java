package dev.thaw.engine.cloudwatch;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.ErrorCode;

/**
 * CloudWatch's errors:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html#API_GetMetricData_Errors.
 */
enum CloudWatchError implements ErrorCode {
  INVALID_PARAMETER_VALUE("InvalidParameterValue"),
  INVALID_PARAMETER_COMBINATION("InvalidParameterCombination"),
  MISSING_PARAMETER("MissingParameter"),
  INVALID_NEXT_TOKEN("InvalidNextToken");

  private final String code;

  CloudWatchError(String code) {
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

  AwsException exception(String message) {
    return new AwsException(this, message);
  }
}
