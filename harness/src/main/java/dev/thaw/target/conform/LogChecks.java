package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** I9, I10 and I12: the platform's log lines, and the variables that a function sees. */
final class LogChecks {
  private static final String LOGS = recorded("test_invocation_with_logs", "2025-11-24");
  private static final String EVENT_ERROR =
      recorded("test_invocation_type_event_error", "2023-09-04");
  private static final String VARIABLES = recorded("test_introspection_invoke", "2026-01-12");
  private static final String REPORT =
      "REPORT RequestId: <uuid>\tDuration: <n> ms\tBilled Duration: <n> ms\tMemory Size: 128 MB"
          + "\tMax Memory Used: <n> MB\t";
  private static final Pattern NUMBER =
      Pattern.compile("(Duration: |Memory Used: )\\d+(\\.\\d\\d)?");
  private static final Duration LOG_LIMIT = Duration.ofMinutes(2);

  private LogChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "I9.1",
              "the log tail of a cold start",
              LOGS,
              visible(
                  "START RequestId: <uuid> Version: $LATEST\nhello\nEND RequestId: <uuid>\n"
                      + REPORT
                      + "Init Duration: <n> ms\t\n"),
              stage -> masked(stage, stage.function(Script.SHELL).tail("\"echo hello\""))),
          Check.exact(
              "I9.2",
              "the log tail of a warm start",
              LOGS,
              visible(
                  "START RequestId: <uuid> Version: $LATEST\nhello\nEND RequestId: <uuid>\n"
                      + REPORT
                      + "\n"),
              LogChecks::warmTail),
          Check.judged(
              "I9.3",
              "the longest log tail",
              Source.page("lambda/latest/api/API_Invoke.html"),
              "4096 bytes",
              stage ->
                  Seen.count(
                      stage
                          .function(Script.SHELL)
                          .tail("\"head -c 9000 /dev/zero | tr '\\\\0' x\"")
                          .length(),
                      4096)),
          Check.judged(
              "I10.1",
              "the first event of a log stream",
              EVENT_ERROR,
              "INIT_START Runtime Version: provided:al2023.v<n>\\tRuntime Version ARN:"
                  + " arn:aws:lambda:<region>::runtime:<hash>\\n",
              LogChecks::firstEvent),
          Check.exact(
              "I10.2",
              "the events of an invocation",
              EVENT_ERROR,
              "[INIT_START, START, hello, END, REPORT]",
              LogChecks::events),
          Check.exact(
              "I10.3",
              "the REPORT of a warm start",
              EVENT_ERROR,
              visible(REPORT + "\n"),
              LogChecks::warmReport),
          Check.exact(
              "I10.4",
              "a print of three lines",
              recorded("test_multi_line_prints", "2025-11-25"),
              "[one, two, three]",
              LogChecks::lines),
          Check.judged(
              "I10.5",
              "the name of a log stream",
              Source.page("lambda/latest/dg/monitoring-cloudwatchlogs-view.html"),
              "YYYY/MM/DD/[$LATEST]<32 hexadecimal digits>",
              LogChecks::streamName),
          variable("I12.1", "AWS_LAMBDA_FUNCTION_NAME", "<function>"),
          variable("I12.2", "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
          variable("I12.3", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128"),
          variable("I12.4", "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
          variable("I12.5", "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/<function>"),
          variable("I12.6", "AWS_REGION", "<region>"),
          variable("I12.7", "AWS_DEFAULT_REGION", "<region>"),
          variable("I12.8", "LANG", "en_US.UTF-8"),
          variable("I12.9", "TZ", ":UTC"),
          variable("I12.10", "_HANDLER", "none"),
          variable("I12.11", "LAMBDA_RUNTIME_DIR", "/var/runtime"),
          variable("I12.12", "AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR"),
          variable("I12.13", "AWS_XRAY_DAEMON_ADDRESS", "169.254.100.1:2000"),
          Check.exact(
              "I12.14",
              "AWS_LAMBDA_LOG_STREAM_NAME",
              VARIABLES,
              "that of the log",
              LogChecks::streamVariable),
          Check.exact(
              "I12.15",
              "variables that a custom runtime does not see",
              VARIABLES,
              "[]",
              LogChecks::absent),
          Check.exact(
              "I12.16",
              "variables that are set to something",
              VARIABLES,
              "[AWS_ACCESS_KEY_ID, AWS_LAMBDA_RUNTIME_API, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN,"
                  + " LAMBDA_TASK_ROOT, LD_LIBRARY_PATH, PATH]",
              LogChecks::present));

  static List<Check> all() {
    return ALL;
  }

  private static Check variable(String id, String name, String value) {
    return Check.exact(
        id,
        "the variable " + name,
        VARIABLES,
        value,
        stage ->
            stage.mask().apply(variables(stage.function(Script.SHELL)).getOrDefault(name, "")));
  }

  /** Escapes what cannot be seen. */
  private static String visible(String text) {
    return text.replace("\t", "\\t").replace("\n", "\\n");
  }

  private static String masked(Stage stage, String log) {
    return visible(NUMBER.matcher(stage.mask().apply(log)).replaceAll("$1<n>"));
  }

  private static String warmTail(Stage stage) {
    var function = stage.function(Script.SHELL);
    function.run("ANSWER=1");
    return masked(stage, function.tail("\"echo hello\""));
  }

  private static Seen firstEvent(Stage stage) {
    var function = stage.function(Script.SHELL);
    function.run("ANSWER=1");
    var first = function.awaitLog(LOG_LIMIT, 4, message -> true).get(0).message();
    return new Seen(
        visible(stage.mask().apply(first)),
        first.matches(
            "INIT_START Runtime Version: provided:al2023\\.v\\d+\tRuntime Version ARN:"
                + " arn:aws[a-z-]*:lambda:[a-z0-9-]+::runtime:[0-9a-f]{64}\n"));
  }

  private static String events(Stage stage) {
    var function = stage.function(Script.SHELL);
    function.run("echo hello");
    return function.awaitLog(LOG_LIMIT, 5, message -> true).stream()
        .map(event -> event.message().split("[ \n]", 2)[0])
        .toList()
        .toString();
  }

  private static String warmReport(Stage stage) {
    var function = stage.function(Script.SHELL);
    function.run("ANSWER=1");
    function.run("ANSWER=2");
    var reports = function.awaitLog(LOG_LIMIT, 2, message -> message.startsWith("REPORT "));
    return masked(stage, reports.get(1).message());
  }

  private static String lines(Stage stage) {
    var function = stage.function(Script.SHELL);
    function.run("echo one; echo two; echo three");
    return function
        .awaitLog(LOG_LIMIT, 3, message -> message.matches("(one|two|three)\\s*"))
        .stream()
        .map(event -> event.message().strip())
        .toList()
        .toString();
  }

  private static Seen streamName(Stage stage) {
    var function = stage.function(Script.SHELL);
    function.run("ANSWER=1");
    var name = function.awaitLog(LOG_LIMIT, 1, message -> true).get(0).logStreamName();
    return new Seen(name, name.matches("\\d{4}/\\d\\d/\\d\\d/\\[\\$LATEST\\][0-9a-f]{32}"));
  }

  /** What the function prints of its variables. */
  private static Map<String, String> variables(Subject function) {
    function.run("env | sed 's/^/ENV /'");
    var variables = new TreeMap<String, String>();
    function
        .awaitLog(LOG_LIMIT, 12, message -> message.startsWith("ENV "))
        .forEach(
            event -> {
              var entry = event.message().substring("ENV ".length()).strip().split("=", 2);
              variables.put(entry[0], entry.length == 2 ? entry[1] : "");
            });
    return variables;
  }

  private static String streamVariable(Stage stage) {
    var function = stage.function(Script.SHELL);
    var name = variables(function).getOrDefault("AWS_LAMBDA_LOG_STREAM_NAME", "");
    var stream = function.log().get(0).logStreamName();
    return name.equals(stream) ? "that of the log" : name + " instead of " + stream;
  }

  private static String absent(Stage stage) {
    var variables = variables(stage.function(Script.SHELL));
    variables
        .keySet()
        .retainAll(List.of("AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_TIMEOUT", "_X_AMZN_TRACE_ID"));
    return variables.keySet().toString();
  }

  private static String present(Stage stage) {
    var variables = variables(stage.function(Script.SHELL));
    variables.values().removeIf(String::isEmpty);
    variables
        .keySet()
        .retainAll(
            List.of(
                "AWS_ACCESS_KEY_ID",
                "AWS_LAMBDA_RUNTIME_API",
                "AWS_SECRET_ACCESS_KEY",
                "AWS_SESSION_TOKEN",
                "LAMBDA_TASK_ROOT",
                "LD_LIBRARY_PATH",
                "PATH"));
    return variables.keySet().toString();
  }
}
