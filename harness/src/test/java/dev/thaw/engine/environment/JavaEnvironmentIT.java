package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.ReportLine;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The sample function in real JVMs, held to what was recorded from AWS: the numbers in the names
 * are those of the recordings (I1 to I14, localstack 2023-09-04 to 2026-01-12).
 */
final class JavaEnvironmentIT {
  private static final String START = "START RequestId: <id> Version: $LATEST\n";
  private static final String END = "END RequestId: <id>\n";
  private static final String REPORT =
      "REPORT RequestId: <id>\tDuration: <n> ms\tBilled Duration: <n> ms"
          + "\tMemory Size: 512 MB\tMax Memory Used: <n> MB";

  private static TestFleet test;

  @BeforeAll
  static void startFleet() throws IOException {
    test = TestFleet.startPatiently();
  }

  @AfterAll
  static void closeFleet() throws IOException {
    test.close();
  }

  /** The sample function under a name of its own, so that each test has its own environments. */
  private static FunctionVersion sample(String name, Map<String, String> variables)
      throws IOException {
    return test.named(name, test.sample(variables));
  }

  @Test
  void i1I9I10ColdThenWarm() throws Exception {
    var function = sample("cold-then-warm", Map.of());

    var cold = test.invoke(function, "{}");
    var warm = test.invoke(function, "{\"sleepMs\":5}");

    assertThat(cold.result().functionError()).isNull();
    assertThat(cold.payload()).startsWith("{\"marker\":{\"environmentId\":\"");
    assertThat(cold.payload()).contains("\"invocationIndex\":1,").endsWith("\"padding\":\"\"}");
    assertThat(warm.payload()).contains("\"invocationIndex\":2,");
    assertThat(cold.maskedLog()).isEqualTo(START + END + REPORT + "\tInit Duration: <n> ms\t\n");
    assertThat(warm.maskedLog()).isEqualTo(START + END + REPORT + "\t\n");
    assertThat(test.maskedStream(function))
        .isEqualTo(
            "INIT_START Runtime Version: java:17.v1"
                + "\tRuntime Version ARN: arn:aws:lambda:eu-west-1::runtime:<hash>\n"
                + START
                + END
                + REPORT
                + "\tInit Duration: <n> ms\t\n"
                + START
                + END
                + REPORT
                + "\t\n");
    assertThat(test.streams(function))
        .singleElement()
        .asString()
        .matches("\\d{4}/\\d\\d/\\d\\d/\\[\\$LATEST][0-9a-f]{32}");
  }

  @Test
  void i2HandlerExceptionKeepsTheEnvironment() throws Exception {
    var function = sample("exception", Map.of());

    var failed = test.invoke(function, "{\"fault\":\"exception\"}");
    var next = test.invoke(function, "{}");

    assertThat(failed.result().functionError()).isEqualTo("Unhandled");
    assertThat(failed.payload())
        .startsWith(
            "{\"errorMessage\":\"asked to fail\","
                + "\"errorType\":\"java.lang.IllegalStateException\",\"stackTrace\":[")
        .doesNotContain("requestId");
    assertThat(failed.maskedLog())
        .startsWith(START + "asked to fail: java.lang.IllegalStateException\n")
        .endsWith(END + REPORT + "\tInit Duration: <n> ms\t\n");
    assertThat(next.payload()).contains("\"invocationIndex\":2,");
  }

  @Test
  void i5ExitOfTheHandlerResetsTheEnvironment() throws Exception {
    var function = sample("exit", Map.of());
    test.invoke(function, "{}");

    var zero = test.invoke(function, "{\"fault\":\"exit-0\"}");
    var one = test.invoke(function, "{\"fault\":\"exit-1\"}");
    var next = test.invoke(function, "{}");

    assertThat(zero.maskedPayload())
        .isEqualTo(
            "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":"
                + "\"RequestId: <id> Error: Runtime exited without providing a reason\"}");
    assertThat(one.maskedPayload())
        .isEqualTo(
            "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":"
                + "\"RequestId: <id> Error: Runtime exited with error: exit status 1\"}");
    assertThat(zero.result().functionError()).isEqualTo("Unhandled");
    assertThat(zero.maskedLog())
        .isEqualTo(START + END + REPORT + "\tStatus: error\tError Type: Runtime.ExitError\n");
    // The same environment with a new process, initialised on the invocation's time.
    assertThat(next.maskedLog()).isEqualTo(START + END + REPORT + "\t\n");
    assertThat(next.payload()).contains("\"invocationIndex\":1,");
    assertThat(test.streams(function)).hasSize(1);
  }

  @Test
  void outOfMemoryIsTheRuntimesOwnErrorAndResetsTheEnvironment() throws Exception {
    var function = sample("memory", Map.of());

    var failed = test.invoke(function, "{\"fault\":\"out-of-memory\"}");

    assertThat(failed.payload()).contains("\"errorType\":\"java.lang.OutOfMemoryError\"");
    assertThat(failed.maskedLog())
        .endsWith(
            END
                + REPORT
                + "\tInit Duration: <n> ms\tStatus: error\tError Type: Runtime.ExitError\n");
    // The heap is 85 % of 512 MB, and full.
    var report = ReportLine.parse(failed.result().log()).orElseThrow();
    assertThat(report.maxMemoryUsedMb()).isBetween(400, 600);
  }

  @Test
  void i6InitExceptionIsRepeatedAndAnswered() throws Exception {
    var function = sample("init-exception", Map.of("INIT_FAULT", "exception"));

    var failed = test.invoke(function, "{}");

    assertThat(failed.result().functionError()).isEqualTo("Unhandled");
    assertThat(failed.payload()).contains("\"errorMessage\":\"asked to fail\"");
    assertThat(failed.maskedLog().lines().filter(line -> line.startsWith("INIT_REPORT")))
        .hasSize(2)
        .allMatch(line -> line.contains("Status: error\tError Type: Runtime."))
        .satisfiesExactly(
            line -> assertThat(line).contains("\tPhase: init\t"),
            line -> assertThat(line).contains("\tPhase: invoke\t"));
    assertThat(failed.maskedLog())
        .containsPattern(
            "(?s)Phase: invoke.*\n" + Pattern.quote(START + END + REPORT + "\tStatus: error\t"));
  }

  @Test
  void i5ExitDuringInit() throws Exception {
    var function = sample("init-exit", Map.of("INIT_FAULT", "exit-1"));

    var failed = test.invoke(function, "{}");

    assertThat(failed.maskedPayload())
        .isEqualTo(
            "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":"
                + "\"RequestId: <id> Error: Runtime exited with error: exit status 1\"}");
    assertThat(failed.maskedLog())
        .isEqualTo(
            "INIT_REPORT Init Duration: <n> ms\tPhase: init"
                + "\tStatus: error\tError Type: Runtime.ExitError\n"
                + "INIT_REPORT Init Duration: <n> ms\tPhase: invoke"
                + "\tStatus: error\tError Type: Runtime.ExitError\n"
                + START
                + END
                + REPORT
                + "\tStatus: error\tError Type: Runtime.ExitError\n");
  }

  @Test
  void i7TooLargeAResponseLeavesTheEnvironmentUsable() throws Exception {
    var function = sample("large", Map.of());

    var first = test.invoke(function, "{\"answerBytes\":7000000}");
    var second = test.invoke(function, "{\"answerBytes\":7000000}");
    var third = test.invoke(function, "{\"answerBytes\":1000000}");

    var expected =
        "{\"errorMessage\":\"Response payload size exceeded maximum allowed payload size"
            + " (6291556 bytes).\",\"errorType\":\"Function.ResponseSizeTooLarge\"}";
    assertThat(first.payload()).isEqualTo(expected);
    assertThat(first.result().functionError()).isEqualTo("Unhandled");
    assertThat(second.payload()).isEqualTo(expected);
    assertThat(third.payload()).contains("\"invocationIndex\":3,").hasSizeGreaterThan(1_000_000);
  }

  @Test
  void i12UserOptionsReachTheJvmWhichSaysSo() throws Exception {
    var function =
        sample("options", Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC -Dcolour=red"));

    test.invoke(function, "{}");

    assertThat(test.maskedStream(function))
        .contains("Picked up JAVA_TOOL_OPTIONS: -XX:+UseParallelGC -Dcolour=red\nSTART ");
  }

  @Test
  void i3TimeoutIsReportedAtTheTimeout() throws Exception {
    var function = TestFleet.withTimeout(sample("timeout", Map.of()), Duration.ofSeconds(2));

    var slow = test.invoke(function, "{\"sleepMs\":60000}");

    assertThat(slow.maskedPayload())
        .isEqualTo(
            "{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":"
                + "\"RequestId: <id> Error: Task timed out after 2.00 seconds\"}");
    assertThat(slow.result().log()).contains("\tDuration: 2000.00 ms\t");
    assertThat(slow.maskedLog())
        .isEqualTo(START + END + REPORT + "\tInit Duration: <n> ms\tStatus: timeout\n");
  }
}
