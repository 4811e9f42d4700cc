package dev.thaw.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Temperature;
import dev.thaw.results.Metric;
import dev.thaw.results.RunFolder;
import dev.thaw.results.RunStatus;
import dev.thaw.results.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The story of one experiment, from file to report: real processes on the embedded engine, driven
 * by the forked generator. Times are not judged here: this machine may be busy, and the run then
 * says INVALID (exit code 4) by itself.
 */
final class WholeStoryIT {
  private static final int VALID = 0;
  private static final int INVALID = 4;
  private static final int TARGET_FAILED = 5;

  @TempDir private Path folder;

  private static List<Invocation> of(RunFolder.Contents run, String phase, String variant) {
    return run.invocations().stream()
        .filter(one -> one.request().slot().phase().equals(phase))
        .filter(one -> one.request().slot().variant().equals(variant))
        .toList();
  }

  @Test
  void measuresColdAndWarmOfEveryVariant() throws IOException, InterruptedException {
    var experiment =
        """
        name: story
        question: Does the line hold?
        payload: {sleepMs: 2}
        variants:
          small: {memory: 256 MB}
          large: {memory: 512 MB}
        phases:
          cold: {protocol: forced-cold-starts, cycles: 3, concurrency: 2}
          warm:
            protocol: warm-steady-load
            warm-up: constant 10/s for 2 s
            arrivals: constant 20/s for 2 s
        """;
    try (var thaw = ThawProcess.run(folder, experiment, "--seed", "7")) {
      assertThat(thaw.await()).as(thaw.output()).isIn(VALID, INVALID);

      var run = thaw.runFolder().read();
      assertThat(run.info().status()).isEqualTo(RunStatus.COMPLETE);
      assertThat(run.info().seed()).isEqualTo(7);
      for (var variant : List.of("small", "large")) {
        assertThat(kept(run, "cold", variant)).isEqualTo(3 * 2);
        assertThat(of(run, "warm", variant)).hasSize(4 + 20 + 40);
      }
      assertEveryInvocationIsAccountedFor(run);
      assertSummaryHasColdAndWarm(Summary.of(run));
      assertLoadIsPredicted(Summary.of(run));
      assertReportsAreThere(thaw.runFolder());
      assertThat(thaw.output()).contains("small", "large", "cold", "warm", "report.html");
    }
  }

  /** Cold ones that count: discarded cycles are in the file, too. */
  private static long kept(RunFolder.Contents run, String phase, String variant) {
    return run.stretches().stream()
        .filter(stretch -> stretch.phase().equals(phase) && stretch.variant().equals(variant))
        .filter(stretch -> stretch.isKept())
        .mapToLong(stretch -> stretch.count())
        .sum();
  }

  private static void assertEveryInvocationIsAccountedFor(RunFolder.Contents run) {
    assertThat(run.cutOffFiles()).isEmpty();
    assertThat(run.invocations())
        .allSatisfy(
            one -> {
              assertThat(one.request().answer().isSuccess()).isTrue();
              assertThat(one.platform()).isNotNull();
              assertThat(one.temperature()).isNotEqualTo(Temperature.UNKNOWN);
              var marker = Objects.requireNonNull(one.request().answer().marker());
              assertThat(marker.isFirst()).isEqualTo(one.temperature() != Temperature.WARM);
            });
  }

  private static void assertSummaryHasColdAndWarm(Summary summary) {
    assertThat(summary.variants())
        .allSatisfy(
            variant -> {
              assertThat(variant.metric(Metric.COLD_INIT_P50)).isPresent();
              assertThat(variant.metric(Metric.WARM_CLIENT_P50)).isPresent();
              assertThat(variant.metric(Metric.WARM_CLIENT_P99)).as("40 samples").isEmpty();
            });
  }

  /** Of the forced cold starts there is one only where the prime's bursts gave enough of them. */
  private static void assertLoadIsPredicted(Summary summary) {
    assertThat(summary.predictions())
        .filteredOn(prediction -> prediction.phase().equals("warm"))
        .hasSize(2)
        .allSatisfy(
            prediction -> {
              assertThat(prediction.sources()).hasSize(5);
              assertThat(prediction.metrics())
                  .containsKeys(Metric.WARM_CLIENT_P50, Metric.COLD_RATIO, Metric.COST_LOAD);
            });
    assertThat(summary.predictions())
        .filteredOn(prediction -> prediction.phase().equals("cold"))
        .hasSize(2)
        .allMatch(one -> one.reason() != null || !one.metrics().isEmpty());
  }

  private static void assertReportsAreThere(RunFolder folder) {
    for (var name :
        List.of("run.json", "summary.json", "predictions.json", "report.html", "report.md")) {
      assertThat(folder.path().resolve(name)).isNotEmptyFile();
    }
  }

  /** Sync calls are told by the log tail, events by the log group alone. */
  @Test
  void logFormatDoesNotChangeWhatIsMeasured() throws IOException, InterruptedException {
    var experiment =
        """
        name: formats
        function:
          environment: {THAW_SIMULATED: "init: constant 300 ms; service: constant 900 ms"}
        variants:
          text: {log-format: text}
          json: {log-format: json}
        phases:
          cold: {protocol: forced-cold-starts, cycles: 1, concurrency: 2}
          events: {protocol: open-load, route: async, prime: 0, arrivals: burst 3}
        """;
    try (var thaw = ThawProcess.run(folder, experiment)) {
      assertThat(thaw.await()).as(thaw.output()).isIn(VALID, INVALID);

      var run = thaw.runFolder().read();
      for (var variant : List.of("text", "json")) {
        assertThat(reports(run, "cold", variant))
            .containsExactly("300.0 + 900.0, 1200", "300.0 + 900.0, 1200");
        // Two of three events find the environments of the last cycle.
        assertThat(reports(run, "events", variant))
            .containsExactlyInAnyOrder(
                "300.0 + 900.0, 1200", "null + 900.0, 900", "null + 900.0, 900");
      }
    }
  }

  /** Init, duration and what is billed, of what the platform reported of a phase. */
  private static List<String> reports(RunFolder.Contents run, String phase, String variant) {
    return of(run, phase, variant).stream()
        .map(one -> Objects.requireNonNull(one.platform()).report())
        .map(line -> "%s + %s, %d".formatted(line.initMs(), line.durationMs(), line.billedMs()))
        .toList();
  }

  @Test
  void aFunctionThatFailsMakesTheRunFailWithItsReason() throws IOException, InterruptedException {
    var experiment =
        """
        name: broken
        variants:
          exits: {environment: {INIT_FAULT: exit-1}}
        phases:
          cold: {protocol: forced-cold-starts, cycles: 1}
        """;
    try (var thaw = ThawProcess.run(folder, experiment)) {
      assertThat(thaw.await()).as(thaw.output()).isEqualTo(TARGET_FAILED);
      assertThat(thaw.output()).contains("variant 'exits'", "the function failed (Unhandled)");
      assertThat(thaw.runFolder().read().info().status()).isEqualTo(RunStatus.FAILED);
    }
  }

  @Test
  void aPackageThatIsNotThereIsNamed() throws IOException, InterruptedException {
    var experiment =
        """
        name: missing
        variants:
          none: {package: nowhere.zip}
        phases:
          cold: {protocol: forced-cold-starts, cycles: 1}
        """;
    try (var thaw = ThawProcess.run(folder, experiment)) {
      assertThat(thaw.await()).isEqualTo(TARGET_FAILED);
      assertThat(thaw.output())
          .contains("package 'nowhere.zip' cannot be read at " + folder.resolve("nowhere.zip"));
    }
  }

  /** What a user of a killed run has: its folder. */
  @Test
  void aKilledRunLeavesNoProcessAndCanBeRead() throws IOException, InterruptedException {
    var experiment =
        """
        name: killed
        variants:
          only: {}
        phases:
          warm:
            protocol: warm-steady-load
            warm-up: constant 20/s for 1 s
            arrivals: constant 20/s for 60 s
        """;
    try (var thaw = ThawProcess.run(folder, experiment)) {
      awaitRequests(thaw);
      var children = thaw.process().descendants().toList();
      assertThat(children).as("functions, watchdogs, generator").hasSizeGreaterThan(2);

      thaw.process().destroyForcibly().waitFor();

      awaitEnd(children);
      var run = thaw.runFolder().read();
      assertThat(run.isPartial()).isTrue();
      assertThat(run.invocations()).isNotEmpty();
      assertThat(Summary.of(run).validity().holds()).isFalse();
    }
  }

  private static void awaitRequests(ThawProcess thaw) throws IOException, InterruptedException {
    for (int i = 0; i < 600 && thaw.process().isAlive(); i++) {
      if (thaw.hasRunFolder() && thaw.runFolder().read().invocations().size() > 30) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no requests were recorded: " + thaw.output());
  }

  private static void awaitEnd(List<ProcessHandle> processes) throws InterruptedException {
    for (int i = 0; i < 100 && processes.stream().anyMatch(ProcessHandle::isAlive); i++) {
      Thread.sleep(100);
    }
    assertThat(processes).noneMatch(ProcessHandle::isAlive);
  }
}
