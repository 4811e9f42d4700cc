package dev.thaw.engine.lambda;

import static dev.thaw.engine.lambda.TestFunctions.assertRefused;
import static dev.thaw.engine.lambda.TestFunctions.createActive;
import static dev.thaw.engine.lambda.TestFunctions.request;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.lambda.model.LogFormat;
import software.amazon.awssdk.services.lambda.model.SystemLogLevel;

/**
 * Where functions log to, as recorded 2025-11-25 in localstack test_lambda_api, TestLoggingConfig.
 */
final class LoggingIT extends LambdaCase {
  private void invoke() {
    lambda.invoke(invoke -> invoke.functionName("f").payload(SdkBytes.fromUtf8String("{}")));
  }

  @Test
  void writesToTheGroupOfTheFunctionUntilAnotherIsChosen() {
    createActive(lambda, "f");
    invoke();
    lambda.updateFunctionConfiguration(
        update -> update.functionName("f").loggingConfig(logging -> logging.logGroup("cool")));
    lambda.waiter().waitUntilFunctionUpdatedV2(get -> get.functionName("f"));
    invoke();

    var config = lambda.getFunctionConfiguration(get -> get.functionName("f")).loggingConfig();
    assertThat(config.logGroup()).isEqualTo("cool");
    assertThat(config.logFormat()).isEqualTo(LogFormat.TEXT);
    try (var logs = engine.logs()) {
      assertThat(logs.describeLogGroups().logGroups())
          .extracting(LogGroup::logGroupName)
          .containsExactly("/aws/lambda/f", "cool");
    }
  }

  @Test
  void refusesWhatItWouldNotDo() {
    assertRefused(
        () ->
            lambda.createFunction(
                request("f").loggingConfig(logging -> logging.logFormat(LogFormat.JSON)).build()),
        501,
        "NotImplemented",
        "LoggingConfig with the format JSON is not implemented by this engine");
    assertRefused(
        () ->
            lambda.createFunction(
                request("f")
                    .loggingConfig(logging -> logging.systemLogLevel(SystemLogLevel.DEBUG))
                    .build()),
        501,
        "NotImplemented",
        "A log level in LoggingConfig is not implemented by this engine");
  }
}
