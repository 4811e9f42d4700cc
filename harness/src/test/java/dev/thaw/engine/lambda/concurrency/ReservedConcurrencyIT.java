package dev.thaw.engine.lambda.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.lambda.LambdaCase;
import dev.thaw.engine.lambda.TestFunctions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.ThrottleReason;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/**
 * Reserved concurrency through the SDK; facts R1 to R7 as recorded from AWS 2025-11-24 and 25
 * (localstack TestLambdaConcurrency, TestLambdaReservedConcurrency).
 */
final class ReservedConcurrencyIT extends LambdaCase {
  private static final String ARN = "arn:aws:lambda:eu-west-1:111111111111:function:";

  @BeforeEach
  void start() {
    TestFunctions.createActive(lambda, "f");
  }

  private Integer put(String name, int concurrency) {
    return lambda
        .putFunctionConcurrency(
            put -> put.functionName(name).reservedConcurrentExecutions(concurrency))
        .reservedConcurrentExecutions();
  }

  private Integer get() {
    return lambda.getFunctionConcurrency(it -> it.functionName("f")).reservedConcurrentExecutions();
  }

  private static void refused(
      ThrowingCallable call, Class<? extends LambdaException> type, int status, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            type,
            e -> {
              assertThat(e.statusCode()).isEqualTo(status);
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
            });
  }

  @Test
  void isSetChangedReadAndGivenUp() {
    assertThat(get()).isNull();
    assertThat(put("f", 0)).isZero();
    assertThat(put("f", 1)).isEqualTo(1);
    assertThat(get()).isEqualTo(1);
    var deleted = lambda.deleteFunctionConcurrency(it -> it.functionName("f"));
    assertThat(deleted.sdkHttpResponse().statusCode()).isEqualTo(204);
    assertThat(get()).isNull();
  }

  @Test
  void isShownByGetFunctionOnlyWhenItIsSet() {
    assertThat(lambda.getFunction(it -> it.functionName("f")).concurrency()).isNull();
    put("f", 7);
    assertThat(
            lambda
                .getFunction(it -> it.functionName("f"))
                .concurrency()
                .reservedConcurrentExecutions())
        .isEqualTo(7);
  }

  @Test
  void zeroThrottlesEverything() {
    put("f", 0);
    assertThatThrownBy(() -> lambda.invoke(it -> it.functionName("f")))
        .isInstanceOfSatisfying(
            TooManyRequestsException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(429);
              assertThat(e.reason())
                  .isEqualTo(ThrottleReason.RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED);
              assertThat(e.type()).isEqualTo("User");
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Rate Exceeded.");
              assertThat(e.retryAfterSeconds()).isNull();
            });
    lambda.deleteFunctionConcurrency(it -> it.functionName("f"));
    assertThat(lambda.invoke(it -> it.functionName("f")).statusCode()).isEqualTo(200);
  }

  /** The same text for more than the limit and for less than the 100 that stay unreserved. */
  @Test
  void leavesAHundredUnreserved() {
    var text =
        "Specified ReservedConcurrentExecutions for function decreases account's"
            + " UnreservedConcurrentExecution below its minimum value of [100].";
    refused(() -> put("f", 1_001), InvalidParameterValueException.class, 400, text);
    refused(() -> put("f", 901), InvalidParameterValueException.class, 400, text);
    assertThat(put("f", 900)).isEqualTo(900);
    // Its own is credited back.
    assertThat(put("f", 899)).isEqualTo(899);
    assertThatThrownBy(() -> put("f", 901))
        .isInstanceOfSatisfying(
            InvalidParameterValueException.class, e -> assertThat(e.type()).isNull());
  }

  @Test
  void belongsToFunctionsAsAWhole() {
    var text =
        "This operation is permitted on Lambda functions only. Aliases and versions do not support"
            + " this operation. Please specify either a function name or an unqualified function"
            + " ARN.";
    refused(() -> put(ARN + "f:$LATEST", 0), InvalidParameterValueException.class, 400, text);
    assertThat(put(ARN + "f", 0)).isZero();
  }

  /** Before the value is looked at. */
  @Test
  void ofAnUnknownFunctionIsNotFound() {
    var latest = "Function not found: " + ARN + "doesnotexist:$LATEST";
    refused(() -> put("doesnotexist", 1), ResourceNotFoundException.class, 404, latest);
    refused(() -> put("doesnotexist", 1_001), ResourceNotFoundException.class, 404, latest);
    var unqualified = "Function not found: " + ARN + "doesnotexist";
    refused(
        () -> lambda.getFunctionConcurrency(it -> it.functionName("doesnotexist")),
        ResourceNotFoundException.class,
        404,
        unqualified);
    refused(
        () -> lambda.deleteFunctionConcurrency(it -> it.functionName("doesnotexist")),
        ResourceNotFoundException.class,
        404,
        unqualified);
  }

  @Test
  void isNeverNegative() {
    refused(
        () -> put("f", -1),
        LambdaException.class,
        400,
        "1 validation error detected: Value '-1' at 'reservedConcurrentExecutions' failed to"
            + " satisfy constraint: Member must have value greater than or equal to 0");
  }

  @Test
  void goesWithItsFunction() {
    put("f", 900);
    lambda.deleteFunction(it -> it.functionName("f"));
    TestFunctions.createActive(lambda, "f");
    assertThat(get()).isNull();
    assertThat(put("f", 900)).isEqualTo(900);
  }
}
