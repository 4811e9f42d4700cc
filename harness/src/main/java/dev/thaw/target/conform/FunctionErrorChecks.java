package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** I2 to I7: what a caller is answered when the function fails. */
final class FunctionErrorChecks {
  private static final String TIMEOUT = recorded("test_lambda_invoke_with_timeout", "2025-11-25");
  private static final String REUSE =
      recorded("test_lambda_invoke_timed_out_environment_reuse", "2024-04-08");
  private static final String RUNTIME_EXIT = recorded("test_lambda_runtime_exit", "2025-11-24");
  private static final String HANDLER_EXIT = recorded("test_lambda_handler_exit", "2025-11-24");
  private static final String TOO_LARGE = recorded("test_lambda_too_large_response", "2025-11-24");
  private static final String EXIT_ERROR =
      failure(
          "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: <uuid> Error: Runtime"
              + " exited without providing a reason\"}");
  private static final String EXIT_127 =
      failure(
          "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: <uuid> Error: Runtime"
              + " exited with error: exit status 127\"}");
  private static final String TOO_LARGE_ANSWER =
      failure(
          "{\"errorMessage\":\"Response payload size exceeded maximum allowed payload size (6291556"
              + " bytes).\",\"errorType\":\"Function.ResponseSizeTooLarge\"}");

  /** One character more than may be answered. */
  private static final Script LARGE =
      new Script(
          "",
          """
          ANSWER=$Q$(head -c 6291556 /dev/zero | tr '\\0' x)$Q
          """);

  private FunctionErrorChecks() {}

  private static String failure(String payload) {
    return "200 Unhandled " + payload;
  }

  private static String timedOut(String seconds) {
    return failure(
        "{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId: <uuid> Error: Task timed"
            + " out after "
            + seconds
            + " seconds\"}");
  }

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "I2.1",
              "a handler that reports an error",
              recorded("test_lambda_handler_error", "2025-11-24"),
              failure("{\"errorMessage\":\"intentional failure\",\"errorType\":\"Intended\"}"),
              stage -> answer(stage, stage.function(Script.FAIL).invoke("{}"))),
          Check.judged(
              "I2.2",
              "members of a Java exception",
              recorded("test_uncaught_exception_invoke[java21]", "2026-01-12"),
              "200 Unhandled errorMessage, errorType, stackTrace",
              FunctionErrorChecks::javaException),
          Check.exact(
              "I3.1",
              "a handler beyond its timeout",
              TIMEOUT,
              timedOut("1.00"),
              stage -> answer(stage, withTimeout(stage, Script.SHELL, 1).run("sleep 5"))),
          Check.exact(
              "I4.1",
              "/tmp after a timeout",
              REUSE,
              "\"kept\"",
              stage -> afterTimeout(stage, "ANSWER=$Q$(cat $TMP/file)$Q")),
          Check.exact(
              "I4.2",
              "the process after a timeout: events that it has had",
              REUSE,
              "1",
              stage -> afterTimeout(stage, "ANSWER=$COUNT")),
          Check.exact(
              "I4.3",
              "log streams before and after a timeout",
              REUSE,
              "1",
              FunctionErrorChecks::streamsAroundTimeout),
          Check.exact(
              "I5.1",
              "exit 0 during init",
              RUNTIME_EXIT,
              EXIT_ERROR,
              stage -> answer(stage, stage.function(new Script("exit 0", "")).invoke("{}"))),
          Check.exact(
              "I5.2",
              "exit 0 in the handler",
              HANDLER_EXIT,
              EXIT_ERROR,
              stage -> answer(stage, stage.function(Script.SHELL).run("exit 0"))),
          Check.exact(
              "I5.3",
              "exit 127 during init",
              recorded("test_lambda_runtime_wrapper_not_found", "2025-11-24"),
              EXIT_127,
              stage -> answer(stage, stage.function(new Script("exit 127", "")).invoke("{}"))),
          Check.exact(
              "I5.4",
              "exit 1 in the handler",
              "floci issue 3314, beside AWS",
              EXIT_127.replace("127", "1"),
              stage -> answer(stage, stage.function(Script.SHELL).run("exit 1"))),
          Check.exact(
              "I5.5",
              "init that never ends: the function's timeout bounds it",
              recorded("test_lambda_runtime_exit_segfault", "2025-11-24"),
              timedOut("3.00"),
              stage ->
                  answer(stage, withTimeout(stage, new Script("sleep 600", ""), 3).invoke("{}"))),
          Check.exact(
              "I5.6",
              "an invoke after the process has exited",
              HANDLER_EXIT,
              "1",
              stage -> {
                var function = stage.function(Script.SHELL);
                function.run("exit 0");
                return function.run("ANSWER=$COUNT").payload().asUtf8String();
              }),
          Check.exact(
              "I6.1",
              "an error that the runtime reports during init",
              recorded("test_lambda_runtime_error", "2025-11-24"),
              failure("{\"errorMessage\":\"startup fails\",\"errorType\":\"Exception\"}"),
              stage -> answer(stage, stage.function(initError()).invoke("{}"))),
          Check.exact(
              "I7.1",
              "a response of more than 6291556 bytes",
              TOO_LARGE,
              TOO_LARGE_ANSWER,
              stage -> answer(stage, stage.function(LARGE).invoke("{}"))),
          Check.exact(
              "I7.2",
              "the same once more, in the same environment",
              TOO_LARGE,
              TOO_LARGE_ANSWER + ", 1 log streams",
              FunctionErrorChecks::tooLargeTwice));

  static List<Check> all() {
    return ALL;
  }

  private static String answer(Stage stage, InvokeResponse response) {
    return stage
        .mask()
        .apply(
            "%d %s %s"
                .formatted(
                    response.statusCode(),
                    response.functionError(),
                    response.payload().asUtf8String()));
  }

  private static Subject withTimeout(Stage stage, Script script, int seconds) {
    return stage.function(script, create -> create.timeout(seconds));
  }

  private static Seen javaException(Stage stage) {
    var function =
        stage.function(
            Script.ECHO,
            create ->
                create
                    .runtime("java17")
                    .handler("dev.thaw.sample.WorkHandler::handleRequest")
                    .memorySize(512)
                    .code(code -> code.zipFile(SdkBytes.fromByteArray(stage.javaSample()))));
    var response = function.invoke("{\"fault\":\"exception\"}");
    var payload = Shown.parsed(response.payload().asUtf8String());
    return new Seen(
        answer(stage, response),
        response.statusCode() == 200
            && "Unhandled".equals(response.functionError())
            && payload.path("errorType").asText().startsWith("java.lang.")
            && payload.path("errorMessage").isTextual()
            && payload.path("stackTrace").isArray()
            && !payload.has("requestId"));
  }

  private static Subject timedOut(Stage stage) {
    var function = withTimeout(stage, Script.SHELL, 2);
    function.run("printf kept >$TMP/file");
    function.run("sleep 10");
    return function;
  }

  private static String afterTimeout(Stage stage, String shell) {
    return timedOut(stage).run(shell).payload().asUtf8String();
  }

  private static String streamsAroundTimeout(Stage stage) {
    var function = timedOut(stage);
    function.run("ANSWER=1");
    return streams(function, 3);
  }

  private static String streams(Subject function, int invocations) {
    var reports =
        function.awaitLog(
            java.time.Duration.ofMinutes(2), invocations, message -> message.startsWith("REPORT "));
    return String.valueOf(
        reports.stream().map(report -> report.logStreamName()).distinct().count());
  }

  private static Script initError() {
    return new Script(
        """
        curl -sS -o /dev/null -H 'Lambda-Runtime-Function-Error-Type: Runtime.Exception' \\
          -d '{"errorMessage":"startup fails","errorType":"Exception"}' "$API/init/error"
        exit 1
        """,
        "");
  }

  private static String tooLargeTwice(Stage stage) {
    var function = stage.function(LARGE);
    function.invoke("{}");
    var second = answer(stage, function.invoke("{}"));
    return second + ", " + streams(function, 2) + " log streams";
  }
}
