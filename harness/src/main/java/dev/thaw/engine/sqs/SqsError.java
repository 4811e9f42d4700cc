package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.ErrorCode;

/**
 * SQS's errors, each with the code of the JSON protocol and that of the older Query protocol:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html.
 */
public enum SqsError implements ErrorCode {
  QUEUE_DOES_NOT_EXIST("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", 400),
  QUEUE_NAME_EXISTS("QueueNameExists", "QueueAlreadyExists", 400),
  RECEIPT_HANDLE_IS_INVALID("ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid", 404),
  INVALID_ATTRIBUTE_NAME("InvalidAttributeName", "InvalidAttributeName", 400),
  INVALID_ATTRIBUTE_VALUE("InvalidAttributeValue", "InvalidAttributeValue", 400),
  INVALID_ADDRESS("InvalidAddress", "InvalidAddress", 404),
  INVALID_PARAMETER_VALUE("InvalidParameterValueException", "InvalidParameterValue", 400),
  MISSING_PARAMETER("MissingRequiredParameterException", "MissingParameter", 400),
  EMPTY_BATCH_REQUEST("EmptyBatchRequest", "AWS.SimpleQueueService.EmptyBatchRequest", 400),
  TOO_MANY_ENTRIES(
      "TooManyEntriesInBatchRequest", "AWS.SimpleQueueService.TooManyEntriesInBatchRequest", 400),
  BATCH_ENTRY_IDS_NOT_DISTINCT(
      "BatchEntryIdsNotDistinct", "AWS.SimpleQueueService.BatchEntryIdsNotDistinct", 400),
  INVALID_BATCH_ENTRY_ID("InvalidBatchEntryId", "AWS.SimpleQueueService.InvalidBatchEntryId", 400),
  BATCH_REQUEST_TOO_LONG("BatchRequestTooLong", "AWS.SimpleQueueService.BatchRequestTooLong", 400);

  private final String code;
  private final String queryCode;
  private final int status;

  SqsError(String code, String queryCode, int status) {
    this.code = code;
    this.queryCode = queryCode;
    this.status = status;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String queryCode() {
    return queryCode;
  }

  @Override
  public int status() {
    return status;
  }

  AwsException exception(String message) {
    return new AwsException(this, message);
  }

  static AwsException noQueue() {
    return QUEUE_DOES_NOT_EXIST.exception("The specified queue does not exist.");
  }

  static AwsException missing(String parameter) {
    return MISSING_PARAMETER.exception("The request must contain the parameter " + parameter + ".");
  }

  static AwsException invalidValue(String parameter, Object value, String reason) {
    return INVALID_PARAMETER_VALUE.exception(
        "Value %s for parameter %s is invalid. Reason: %s".formatted(value, parameter, reason));
  }
}
