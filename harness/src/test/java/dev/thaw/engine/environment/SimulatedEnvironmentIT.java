package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.invocation.ReportLine;
import dev.thaw.load.SimulatedTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Environments without processes: drawn times in, the same times out. */
final class SimulatedEnvironmentIT {
  private static FunctionVersion simulated(TestFleet test, String simulation) {
    return test.function("java17", Path.of("/"), Map.of(SimulatedTimes.VARIABLE, simulation));
  }

  @Test
  void reportsTheDrawnTimesAndAnswersWithAMarker() throws Exception {
    try (var test = TestFleet.start()) {
      var function = simulated(test, "init: constant 25 ms; service: constant 10.5 ms");
      var cold = test.invoke(function, "{}");
      var warm = test.invoke(function, "{}");

      assertThat(cold.result().log().replace(cold.requestId(), "<id>"))
          .isEqualTo(
              "START RequestId: <id> Version: $LATEST\n"
                  + "END RequestId: <id>\n"
                  + "REPORT RequestId: <id>\tDuration: 10.50 ms\tBilled Duration: 36 ms"
                  + "\tMemory Size: 512 MB\tMax Memory Used: 0 MB\tInit Duration: 25.00 ms\t\n");
      assertThat(warm.result().log())
          .contains("\tDuration: 10.50 ms\tBilled Duration: 11 ms\t")
          .doesNotContain("Init Duration");
      assertThat(test.maskedStream(function)).startsWith("INIT_START Runtime Version: java:17");
      assertThat(warm.payload())
          .matches(
              "\\{\"marker\":\\{\"environmentId\":\"[-0-9a-f]{36}\",\"invocationIndex\":2,"
                  + "\"initializedAtNs\":\\d+,\"startedAtNs\":\\d+,\"endedAtNs\":\\d+,"
                  + "\"initializationType\":\"on-demand\"},\"padding\":\"\"}");
    }
  }

  @Test
  void drawsTheSameForTheSameSeedEnvironmentByEnvironment() throws Exception {
    var simulation = "init: lognormal 4 ms 0.5; service: exponential 2 ms; seed: 7";

    assertThat(durations(simulation)).isEqualTo(durations(simulation));
    assertThat(durations(simulation)).isNotEqualTo(durations(simulation.replace("7", "8")));
  }

  private static List<String> durations(String simulation) throws Exception {
    try (var test = TestFleet.start()) {
      var function = simulated(test, simulation);
      var seen = new ArrayList<String>();
      for (int environment = 0; environment < 2; environment++) {
        for (int i = 0; i < 3; i++) {
          var log = test.invoke(function, "{}").result().log();
          var report = ReportLine.parse(log).orElseThrow();
          seen.add(report.initMs() + " " + report.durationMs());
        }
        test.fleet().retire(function.name());
      }
      // A new environment draws anew, and does not repeat the first one's times.
      assertThat(seen).doesNotHaveDuplicates();
      return seen;
    }
  }

  @Test
  void timesOutLikeAProcess() throws Exception {
    try (var test = TestFleet.start()) {
      var function =
          TestFleet.withTimeout(
              simulated(test, "init: constant 5 ms; service: constant 60 s"),
              Duration.ofSeconds(1));
      var slow = test.invoke(function, "{}");

      assertThat(slow.payload()).contains("Task timed out after 1.00 seconds");
      assertThat(slow.result().log())
          .contains("\tDuration: 1000.00 ms\tBilled Duration: 1005 ms\t")
          .endsWith("\tInit Duration: 5.00 ms\tStatus: timeout\n");
    }
  }

  @Test
  void hundredsRunAtTheSameTime() throws Exception {
    try (var test = TestFleet.start()) {
      var function = simulated(test, "init: constant 50 ms; service: constant 50 ms");
      var answers =
          IntStream.range(0, 300)
              .mapToObj(i -> test.fleet().invoke(function, TestFleet.request("{}")))
              .toList();
      answers.forEach(answer -> assertThat(answer.join().functionError()).isNull());

      assertThat(test.fleet().environments(function.name())).isEqualTo(300);
    }
  }

  @Test
  void textThatCannotBeReadFailsTheInvocation() throws Exception {
    try (var test = TestFleet.start()) {
      assertThatThrownBy(() -> test.invoke(simulated(test, "init: soon"), "{}"))
          .hasMessageContaining("THAW_SIMULATED 'init: soon' cannot be read");
    }
  }
}
