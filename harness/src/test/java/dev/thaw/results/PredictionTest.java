package dev.thaw.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thaw.invocation.Temperature;
import dev.thaw.stats.Estimate;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class PredictionTest {
  private static SmallRun warm() {
    var run = new SmallRun();
    for (int i = 0; i < 9; i++) {
      run.warm(100, 2);
    }
    return run.underLoad(Temperature.COLD);
  }

  private static Prediction.Check check(SmallRun run, Metric metric, Estimate predicted) {
    run.forecasts.clear();
    run.forecasts.add(new Forecast("steady", "f", List.of(), Map.of(metric, predicted), null));
    var check = run.summary().predictions().get(0).metrics().get(metric);
    return Objects.requireNonNull(check);
  }

  @Test
  void errorIsRelativeAndInsideMeansThatTheIntervalHoldsTheMeasuredValue() {
    var inside = check(warm(), Metric.WARM_CLIENT_P50, new Estimate(110, 99.0, 120.0, 400));
    assertThat(inside.measured()).isNotNull();
    assertThat(inside.error()).isCloseTo(0.1, within(1e-9));
    assertThat(inside.isInside()).isTrue();

    var outside = check(warm(), Metric.WARM_CLIENT_P50, new Estimate(110, 101.0, 120.0, 400));
    assertThat(outside.isInside()).isFalse();
  }

  @Test
  void sharesDifferInPoints() {
    // 1 cold of 10.
    var check = check(warm(), Metric.COLD_RATIO, new Estimate(0.15, 0.0, 0.3, 400));
    assertThat(check.error()).isCloseTo(0.05, within(1e-9));
    assertThat(check.isInside()).isTrue();
  }

  @Test
  void whatWasNotMeasuredIsNotJudged() {
    var check = check(warm(), Metric.WARM_CLIENT_P99, new Estimate(110, 99.0, 120.0, 400));
    assertThat(check.measured()).isNull();
    assertThat(check.error()).isNull();
    assertThat(check.isInside()).isNull();
  }

  @Test
  void forecastStandsBesideItsOwnPhaseAlone() {
    var run = warm();
    for (int i = 0; i < 10; i++) {
      run.cold(400, 200, 30);
    }
    run.answered(SmallRun.throttled());
    // One throttle among the 11 requests of the phase, whatever happened in the other one.
    var check = check(run, Metric.THROTTLE_RATIO, new Estimate(0, 0.0, 0.0, 400));
    assertThat(check.error()).isCloseTo(-1 / 11.0, within(1e-9));
  }

  @Test
  void partialRunHasNoPredictions() {
    var run = warm();
    run.forecasts.add(Forecast.none("steady", "f", "no reason"));
    run.status = RunStatus.INTERRUPTED;
    assertThat(run.summary().predictions()).isEmpty();
  }

  @Test
  void summariesOfOlderRunsHaveNone() throws IOException {
    var json = (ObjectNode) RunJson.MAPPER.readTree(warm().summary().toJson());
    json.remove("predictions");
    assertThat(RunJson.MAPPER.treeToValue(json, Summary.class).predictions()).isEmpty();
  }
}
