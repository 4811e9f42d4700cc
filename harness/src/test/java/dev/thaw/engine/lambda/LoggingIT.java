package dev.thaw.engine.lambda;

import static dev.thaw.engine.lambda.TestFunctions.assertRefused;
import static dev.thaw.engine.lambda.TestFunctions.createActive;
import static dev.thaw.engine.lambda.TestFunctions.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.EngineUnderTest;
import dev.thaw.engine.PlatformSettings;
import dev.thaw.invocation.HandledLine;
import dev.thaw.invocation.ReportLine;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.lambda.model.LogFormat;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;
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

  private LoggingConfig changed(Consumer<LoggingConfig.Builder> change) {
    lambda.updateFunctionConfiguration(update -> update.functionName("f").loggingConfig(change));
    lambda.waiter().waitUntilFunctionUpdatedV2(get -> get.functionName("f"));
    return lambda.getFunctionConfiguration(get -> get.functionName("f")).loggingConfig();
  }

  private static LoggingConfig.Builder own() {
    return LoggingConfig.builder().logGroup("/aws/lambda/f");
  }

  /** test_advanced_logging_configuration_format_switch and the four partial updates. */
  @Test
  void levelsComeWithJsonAndGoWithIt() {
    createActive(lambda, "f");

    var json = own().logFormat(LogFormat.JSON);
    assertThat(changed(logging -> logging.logFormat(LogFormat.JSON)))
        .isEqualTo(json.applicationLogLevel("INFO").systemLogLevel("INFO").build());
    assertThat(changed(logging -> logging.applicationLogLevel("DEBUG")))
        .isEqualTo(json.applicationLogLevel("DEBUG").build());
    assertThat(changed(logging -> logging.systemLogLevel("WARN")))
        .isEqualTo(json.systemLogLevel("WARN").build());
    assertThat(changed(logging -> logging.logFormat(LogFormat.TEXT)))
        .isEqualTo(own().logFormat(LogFormat.TEXT).build());
    assertThat(changed(logging -> logging.logFormat(LogFormat.JSON)))
        .isEqualTo(json.applicationLogLevel("INFO").systemLogLevel("INFO").build());
  }

  /** test_function_advanced_logging_configuration. */
  @Test
  void newFunctionMayLogJsonFromTheStart() {
    var created =
        lambda.createFunction(
            request("f").loggingConfig(logging -> logging.logFormat(LogFormat.JSON)).build());

    assertThat(created.loggingConfig())
        .isEqualTo(
            own()
                .logFormat(LogFormat.JSON)
                .applicationLogLevel("INFO")
                .systemLogLevel("INFO")
                .build());
  }

  @Test
  void refusesWhatIsNoLevelAndLevelsOfText() {
    assertRefused(
        () ->
            lambda.createFunction(
                request("f")
                    .loggingConfig(logging -> logging.systemLogLevel(SystemLogLevel.DEBUG))
                    .build()),
        400,
        "InvalidParameterValueException",
        "ApplicationLogLevel and SystemLogLevel can be set for the log format JSON only.");
    assertRefused(
        () ->
            lambda.createFunction(
                request("f")
                    .loggingConfig(
                        logging -> logging.logFormat(LogFormat.JSON).systemLogLevel("ERROR"))
                    .build()),
        400,
        "ValidationException",
        "1 validation error detected: Value 'ERROR' at 'loggingConfig.systemLogLevel' failed to"
            + " satisfy constraint: Member must satisfy enum value set: [DEBUG, INFO, WARN]");
  }

  @Test
  void simulatedFunctionLogsJson() {
    try (var simulated =
            EngineUnderTest.withProcesses(folder.resolve("s"), PlatformSettings.DEFAULT);
        var client = simulated.lambda();
        var logs = simulated.logs()) {
      client.createFunction(
          request("f")
              .environment(
                  env ->
                      env.variables(
                          Map.of("THAW_SIMULATED", "init: constant 5 ms; service: constant 1 ms")))
              .loggingConfig(logging -> logging.logFormat(LogFormat.JSON).logGroup("shared"))
              .build());
      client.waiter().waitUntilFunctionActiveV2(get -> get.functionName("f"));
      var answer =
          client.invoke(
              invoke ->
                  invoke
                      .functionName("f")
                      .logType(LogType.TAIL)
                      .payload(SdkBytes.fromUtf8String("{\"id\":\"one\"}")));

      var tail = new String(Base64.getDecoder().decode(answer.logResult()), UTF_8);
      assertThat(ReportLine.parse(tail))
          .hasValueSatisfying(line -> assertThat(line.isCold()).isTrue());
      var found =
          logs.filterLogEvents(
              filter ->
                  filter
                      .logGroupName("shared")
                      .filterPattern("?REPORT ?\"platform.report\" ?HANDLED"));
      assertThat(found.events()).hasSize(2);
      assertThat(HandledLine.parse(found.events().get(0).message())).isPresent();
      assertThat(ReportLine.parse(found.events().get(1).message()))
          .isEqualTo(ReportLine.parse(tail));
    }
  }
}
