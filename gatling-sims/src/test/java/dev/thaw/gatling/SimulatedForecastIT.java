package dev.thaw.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.results.Metric;
import dev.thaw.results.Prediction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where nothing but the stated laws decides how long invocations take, the model foresees a run: it
 * knows the warm-up, and the load comes from the same laws. What generator and engine add is in
 * both.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SimulatedForecastIT {
  /**
   * At 40/s about 6 invocations are under way, now and then twice as many: more than are primed.
   */
  private static final String EXPERIMENT =
      """
      name: forecast
      variants:
        drawn:
          environment:
            THAW_SIMULATED: "init: lognormal 200 ms 0.2; service: lognormal 150 ms 0.2; seed: 7"
      phases:
        cold: {protocol: forced-cold-starts, cycles: 20}
        warm:
          protocol: warm-steady-load
          prime: 8
          warm-up: constant 40/s for 6 s
          arrivals: poisson 40/s for 15 s
      """;

  private static final List<Metric> LATENCIES =
      List.of(
          Metric.COLD_CLIENT_P50,
          Metric.COLD_INIT_P50,
          Metric.COLD_FIRST_DURATION_P50,
          Metric.WARM_CLIENT_P50,
          Metric.WARM_CLIENT_P90,
          Metric.WARM_CLIENT_P99);

  private Map<Metric, Prediction.Check> checks = Map.of();

  @BeforeAll
  void run(@TempDir Path folder) throws IOException, InterruptedException {
    checks = new EnumMap<>(Metric.class);
    for (var prediction : ValidRun.of(folder, EXPERIMENT).predictions()) {
      assertThat(prediction.reason()).isNull();
      checks.putAll(prediction.metrics());
    }
  }

  private Prediction.Check check(Metric metric) {
    return Objects.requireNonNull(checks.get(metric), metric.key());
  }

  @Test
  void foreseesTheMedianOfTheLoad() {
    assertThat(check(Metric.WARM_CLIENT_P50).error()).isBetween(-0.1, 0.1);
  }

  @Test
  void foreseesRatios() {
    for (var ratio : List.of(Metric.COLD_RATIO, Metric.THROTTLE_RATIO)) {
      assertThat(check(ratio).isInside()).as("%s %s", ratio, check(ratio)).isTrue();
    }
  }

  @Test
  void mostLatenciesLieInTheirIntervals() {
    var outside = new ArrayList<String>();
    for (var latency : LATENCIES) {
      if (!Boolean.TRUE.equals(check(latency).isInside())) {
        outside.add(latency + " " + check(latency));
      }
    }
    assertThat(outside).hasSizeLessThanOrEqualTo(2);
  }
}
