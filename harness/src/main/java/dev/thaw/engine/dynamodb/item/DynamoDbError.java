package dev.thaw.engine.dynamodb.item;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.ErrorCode;

/**
 * DynamoDB's errors:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html.
 */
public enum DynamoDbError implements ErrorCode {
  RESOURCE_NOT_FOUND("ResourceNotFoundException"),
  RESOURCE_IN_USE("ResourceInUseException"),
  LIMIT_EXCEEDED("LimitExceededException"),
  CONDITIONAL_CHECK_FAILED("ConditionalCheckFailedException"),
  TRANSACTION_CANCELED("TransactionCanceledException"),
  THROUGHPUT_EXCEEDED("ProvisionedThroughputExceededException"),
  EXPIRED_ITERATOR("ExpiredIteratorException"),
  TRIMMED_DATA("TrimmedDataAccessException");

  private static final String WRONG_VALUES = "One or more parameter values were invalid: ";

  private final String code;

  DynamoDbError(String code) {
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

  public AwsException because(String message) {
    return new AwsException(this, message);
  }

  /** A {@code ValidationException}. */
  public static AwsException invalid(String message) {
    return new AwsException(CommonError.VALIDATION, message);
  }

  /** A {@code ValidationException} in its commonest form. */
  public static AwsException wrongValue(String what) {
    return invalid(WRONG_VALUES + what);
  }

  /** The table of an operation on items. */
  public static AwsException noSuchResource() {
    return RESOURCE_NOT_FOUND.because("Requested resource not found");
  }

  /** The table of an operation on tables. */
  public static AwsException noSuchTable(String name) {
    return RESOURCE_NOT_FOUND.because(
        "Requested resource not found: Table: " + name + " not found");
  }
}
