package dev.thaw.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.thaw.invocation.Answer;
import dev.thaw.invocation.Temperature;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SummaryTest {
  private static double value(Summary summary, Metric metric) {
    return summary.variants().get(0).metric(metric).orElseThrow().value();
  }

  private static boolean isAbsent(Summary summary, Metric metric) {
    return summary.variants().get(0).metric(metric).isEmpty();
  }

  private static SmallRun fiveOfEach() {
    var run = new SmallRun();
    for (int i = 0; i < 5; i++) {
      run.cold(400 + 10 * i, 200, 30).warm(5 + i, 2);
    }
    return run;
  }

  @Test
  void coldStartIsTakenApart() {
    var summary = fiveOfEach().summary();
    assertThat(value(summary, Metric.COLD_CLIENT_P50)).isEqualTo(420);
    assertThat(value(summary, Metric.COLD_INIT_P50)).isEqualTo(200);
    assertThat(value(summary, Metric.COLD_FIRST_DURATION_P50)).isEqualTo(30);
    // Warm round trips are 3, 4, 5, 6, 7: median 5. 420 - 200 - 30 - 5.
    assertThat(value(summary, Metric.WARM_ROUND_TRIP_P50)).isEqualTo(5);
    assertThat(value(summary, Metric.COLD_HIDDEN_P50)).isEqualTo(185);
  }

  @Test
  void costIsRequestPlusGigabyteSeconds() {
    var summary = fiveOfEach().summary();
    // 1 GB: a million times 2e-7 + 0.230 s * 1e-5 = 0.2 + 2.3; warm 0.2 + 0.02.
    assertThat(value(summary, Metric.COST_COLD)).isCloseTo(2.5, within(1e-9));
    assertThat(value(summary, Metric.COST_WARM)).isCloseTo(0.22, within(1e-9));
    assertThat(summary.variants().get(0).maxMemoryUsedMb()).isEqualTo(90);
  }

  @Test
  void coldRatioIsOfLoadAloneAndProactiveOnesDidNotWait() {
    var run = fiveOfEach();
    run.underLoad(Temperature.COLD);
    run.underLoad(Temperature.PROACTIVE).underLoad(Temperature.PROACTIVE);
    run.underLoad(Temperature.PROACTIVE).underLoad(Temperature.PROACTIVE);
    // 1 of 5 warm + 4 proactive + 1 cold; the forced ones do not count.
    var ratio = run.summary().variants().get(0).metric(Metric.COLD_RATIO).orElseThrow();
    assertThat(ratio.value()).isEqualTo(0.1);
    assertThat(ratio.n()).isEqualTo(10);
    // Nor do cold starts under load count as forced ones.
    assertThat(value(run.summary(), Metric.COLD_CLIENT_P50)).isEqualTo(420);
  }

  @Test
  void tooLittleEvidenceGivesNoFigure() {
    var run = new SmallRun();
    for (int i = 0; i < 4; i++) {
      run.cold(400, 200, 30);
    }
    for (int i = 0; i < 199; i++) {
      run.warm(5, 2);
    }
    var summary = run.summary();
    assertThat(isAbsent(summary, Metric.COLD_CLIENT_P50)).isTrue();
    assertThat(isAbsent(summary, Metric.WARM_CLIENT_P99)).isTrue();
    assertThat(isAbsent(summary, Metric.WARM_CLIENT_P90)).isFalse();
    assertThat(isAbsent(run.warm(5, 2).summary(), Metric.WARM_CLIENT_P99)).isFalse();
    assertThat(isAbsent(run.summary(), Metric.WARM_CLIENT_P999)).isTrue();
  }

  @Test
  void discardedStretchesLeaveNoTraceInTheFigures() {
    var run = fiveOfEach().cold(9_000, 1, 1).cold(9_000, 1, 1);
    run.stretches.add(new Stretch("cold", "f", 10, 1, true, null));
    run.stretches.add(new Stretch("cold", "f", 10, 2, false, "wrong temperature"));
    assertThat(value(run.summary(), Metric.COLD_CLIENT_P50)).isEqualTo(420);
    assertThat(run.summary().phases().get(0).discarded()).containsEntry("wrong temperature", 1L);
  }

  @Test
  void functionErrorsAreErrorsAlthoughHttpSays200() {
    var run = fiveOfEach();
    run.answered(new Answer(200, "id", "Unhandled", null, null, null, null));
    run.answered(new Answer(0, null, null, null, null, null, "timed out\nat line 2"));
    run.answered(SmallRun.throttled());
    var steady = run.summary().phases().get(1);
    assertThat(steady.errors())
        .containsEntry("function error: Unhandled", 1L)
        .containsEntry("no answer: timed out", 1L)
        .hasSize(2);
    assertThat(steady.throttles()).containsEntry("ConcurrentInvocationLimitExceeded", 1L);
    // 13 requests in all: 5 + 5 + 3.
    assertThat(value(run.summary(), Metric.ERROR_RATIO)).isEqualTo(2.0 / 13);
    assertThat(value(run.summary(), Metric.THROTTLE_RATIO)).isEqualTo(1.0 / 13);
  }

  @Test
  void comparesWithTheFirstVariant(@TempDir Path runs) throws IOException {
    var folder = SyntheticRun.complete(runs, SyntheticRun.USUAL);
    var image = Summary.of(folder.read()).comparison("image").orElseThrow();
    assertThat(image.base()).isEqualTo("zip");
    // Init is drawn around 212 ms and 308 ms: 45 % more.
    var init = image.change(Metric.COLD_INIT_P50).orElseThrow();
    assertThat(init.value()).isBetween(0.25, 0.65);
    assertThat(init.excludesZero()).isTrue();
    // Warm durations are drawn around 1.6 and 1.62 ms.
    assertThat(image.change(Metric.WARM_DURATION_P50).orElseThrow().value()).isBetween(-0.1, 0.1);
  }

  @Test
  void sameRunGivesTheSameSummary(@TempDir Path runs) throws IOException {
    var folder = SyntheticRun.complete(runs, SyntheticRun.USUAL);
    assertThat(Summary.of(folder.read()).toJson()).isEqualTo(Summary.of(folder.read()).toJson());
  }

  @Test
  void jsonHasNeitherNaNNorNull(@TempDir Path runs) throws IOException {
    for (var folder :
        new RunFolder[] {
          SyntheticRun.oneSample(runs), SyntheticRun.onlyErrors(runs), SyntheticRun.killed(runs)
        }) {
      var json = Summary.of(folder.read()).toJson();
      assertThat(json).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("null");
      JsonNode tree = RunJson.MAPPER.readTree(json);
      assertThat(tree.path("schema").asText()).isEqualTo("thaw-summary/1");
      assertThat(RunJson.MAPPER.treeToValue(tree, Summary.class))
          .isEqualTo(Summary.of(folder.read()));
    }
  }
}
