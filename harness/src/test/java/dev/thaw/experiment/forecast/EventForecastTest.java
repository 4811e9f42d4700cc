package dev.thaw.experiment.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.experiment.file.ExperimentFile;
import dev.thaw.invocation.RouteKind;
import dev.thaw.load.ConstantTime;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import dev.thaw.model.Simulation;
import dev.thaw.results.Metric;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The function takes 5 ms for each event's work; 20 events a second, for 10 seconds. */
final class EventForecastTest {
  private static Map<Metric, Double> forecast(RouteKind route, Map<Way, Double> waysMs) {
    var experiment =
        ExperimentFile.read(
                "events.yaml",
                """
                name: events
                payload: {sleepMs: 5}
                variants:
                  f: {}
                phases:
                  load:
                    protocol: open-load
                    route: %s
                    warm-up: constant 20/s for 2 s
                    arrivals: constant 20/s for 10 s
                """
                    .formatted(route.wire()),
                List.of())
            .experiment();
    var none = new ConstantTime(0);
    var times =
        new ServiceTimes(
            none, new ConstantTime(200), new ConstantTime(5), new ConstantTime(5), none);
    var scenario = PhaseScenario.of(experiment, experiment.phases().get(0), Map.of("f", times), 1);
    var outcome = Simulation.run(scenario).functions().get(0);
    var ways = new EnumMap<Way, Distribution>(Way.class);
    waysMs.forEach((way, ms) -> ways.put(way, new ConstantTime(ms)));
    return new EventForecast(route, outcome, ways, new SplittableRandom(1)).metrics();
  }

  /** Entered 3 ms after it was due and through after 5 more; environments are warm by then. */
  @Test
  void anEventsWayAndWorkAddUp() {
    var metrics =
        forecast(RouteKind.S3, Map.of(Way.ACCEPTED, 2.0, Way.ENTERED, 3.0, Way.HANDED_OVER, 1.0));

    assertThat(metrics.get(Metric.CLIENT_P50)).isEqualTo(2.0);
    assertThat(metrics.get(Metric.ENTRY_P50)).isCloseTo(3, within(0.01));
    assertThat(metrics.get(Metric.QUEUE_AGE_P99)).isCloseTo(1, within(0.01));
    assertThat(metrics.get(Metric.END_TO_END_P50)).isCloseTo(8, within(0.02));
    assertThat(metrics.get(Metric.LOST_RATIO)).isZero();
  }

  /**
   * A shard is polled once a second: 20 records wait 0 to 950 ms for their poll, and then 20 times
   * 5 ms for the end of their batch.
   */
  @Test
  void recordsWaitForTheirPollAndForTheirBatch() {
    var metrics = forecast(RouteKind.KINESIS, Map.of(Way.ACCEPTED, 2.0));

    assertThat(metrics.get(Metric.BATCH_SIZE)).isCloseTo(20, within(2.0));
    assertThat(metrics.get(Metric.ENTRY_P50)).isCloseTo(2 + 475, within(50.0));
    assertThat(metrics.get(Metric.END_TO_END_P50)).isCloseTo(2 + 475 + 100, within(60.0));
    assertThat(metrics.get(Metric.ITERATOR_AGE_P99)).isLessThan(60);
  }

  /** A table's stream tells arrivals in whole seconds. */
  @Test
  void ofTablesNoIteratorAgeIsForeseen() {
    var metrics = forecast(RouteKind.DYNAMODB, Map.of(Way.ACCEPTED, 2.0));

    assertThat(metrics)
        .containsKey(Metric.END_TO_END_P50)
        .doesNotContainKeys(Metric.ITERATOR_AGE_P50, Metric.QUEUE_AGE_P50);
  }

  @Test
  void withoutAWarmUpOnlyTheRulesPartIsForeseen() {
    assertThat(forecast(RouteKind.KINESIS, Map.of()))
        .containsOnlyKeys(
            Metric.ITERATOR_AGE_P50, Metric.ITERATOR_AGE_P99, Metric.BATCH_SIZE, Metric.LOST_RATIO);
  }
}
