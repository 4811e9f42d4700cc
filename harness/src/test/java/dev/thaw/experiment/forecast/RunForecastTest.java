package dev.thaw.experiment.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.RunEvent;
import dev.thaw.experiment.file.ExperimentFile;
import dev.thaw.results.Forecast;
import dev.thaw.results.Forecasts;
import dev.thaw.results.Metric;
import dev.thaw.results.RunFolder;
import dev.thaw.results.Stretch;
import dev.thaw.results.Summary;
import dev.thaw.results.SyntheticRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The run is drawn, not measured: its warm-up and its load from the same laws, so that a model that
 * knows the warm-up should foresee the load.
 */
final class RunForecastTest {
  private static final String EXPERIMENT =
      """
      name: zip-or-image
      variants:
        zip: {memory: 512 MB}
        image: {memory: 512 MB}
      phases:
        cold: {protocol: forced-cold-starts, cycles: 20}
        steady:
          protocol: warm-steady-load
          warm-up: constant 40/s for 500 ms
          arrivals: poisson 40/s for 8 s
      """;

  @TempDir private static Path runs;

  private static RunFolder folder = new RunFolder(Path.of(""));
  private static List<Forecast> forecasts = List.of();

  @BeforeAll
  static void predict() throws IOException {
    folder = SyntheticRun.complete(runs, SyntheticRun.USUAL);
    forecasts = RunForecast.of(experiment(""), folder.read(), event -> {}).forecasts();
  }

  private static Experiment experiment(String more) {
    return ExperimentFile.read("zip-or-image.yaml", EXPERIMENT + more, List.of()).experiment();
  }

  private static Forecast of(String phase, String variant) {
    return forecasts.stream()
        .filter(one -> one.phase().equals(phase) && one.variant().equals(variant))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void foreseesALoadThatIsLikeItsWarmUp() throws IOException {
    folder.write(Forecasts.of(forecasts));

    for (var prediction : Summary.of(folder.read()).predictions()) {
      if (prediction.phase().equals("steady")) {
        var median = Objects.requireNonNull(prediction.metrics().get(Metric.WARM_CLIENT_P50));
        assertThat(median.isInside()).as(prediction.variant()).isTrue();
        assertThat(median.error()).isBetween(-0.1, 0.1);
        assertThat(median.predicted().n()).isEqualTo(400);
        assertThat(prediction.metrics())
            .containsKeys(
                Metric.WARM_CLIENT_P90,
                Metric.WARM_CLIENT_P99,
                Metric.COLD_RATIO,
                Metric.THROTTLE_RATIO,
                Metric.COST_WARM,
                Metric.COST_LOAD);
      }
    }
  }

  @Test
  void sourcesSayWhatTheTimesWereFittedTo() {
    var steady = of("steady", "zip");

    assertThat(steady.sources())
        .extracting(source -> source.quantity() + " from " + source.from() + ", " + source.n())
        .containsExactly(
            "hidden from forced cold starts, 20",
            "init from forced cold starts, 20",
            "cold duration from forced cold starts, 20",
            "warm duration from its warm-up, 20",
            "round trip from its warm-up, 20");
  }

  /** 60 in the warm-up: of those the first 30 are left out. */
  @Test
  void ofALongWarmUpTheLatterHalfCounts() throws IOException {
    var run = folder.read();
    var longer =
        new RunFolder.Contents(
            run.folder(),
            run.info(),
            run.invocations(),
            run.stretches().stream()
                .map(
                    one ->
                        one.isKept() || !one.phase().equals("steady")
                            ? one
                            : new Stretch(
                                one.phase(), one.variant(), 0, 60, false, Stretch.WARM_UP))
                .filter(one -> !(one.isKept() && one.phase().equals("steady")))
                .toList(),
            List.of(),
            List.of(),
            List.of(),
            false);

    var found = RunForecast.of(experiment(""), longer, event -> {}).forecasts();

    assertThat(found)
        .filteredOn(one -> one.phase().equals("steady"))
        .hasSize(2)
        .allSatisfy(
            one ->
                assertThat(one.sources())
                    .filteredOn(source -> source.quantity().equals("warm duration"))
                    .extracting(source -> source.n() + " from " + source.from())
                    .containsExactly("30 from the latter half of its warm-up"));
  }

  @Test
  void listenersHearWhichPhaseIsPredicted() throws IOException {
    var heard = new ArrayList<RunEvent>();

    RunForecast.of(experiment(""), folder.read(), heard::add);

    assertThat(heard)
        .containsExactly(
            new RunEvent.Predicting("cold", 1, 2), new RunEvent.Predicting("steady", 2, 2));
  }

  /** Whatever the load had been like, the model would have said the same. */
  @Test
  void loadThatCountsIsNotLookedAt() throws IOException {
    var run = folder.read();
    var without =
        new RunFolder.Contents(
            run.folder(),
            run.info(),
            run.invocations().stream()
                .filter(
                    one ->
                        one.request().slot().phase().equals("cold")
                            || one.request().slot().index() < 20)
                .toList(),
            run.stretches(),
            List.of(),
            List.of(),
            List.of(),
            false);

    assertThat(RunForecast.of(experiment(""), without, event -> {}).forecasts())
        .isEqualTo(forecasts);
  }

  @Test
  void forcedColdStartsAreNotPredictedFromThemselves() {
    var cold = of("cold", "zip");

    assertThat(cold.metrics()).isEmpty();
    assertThat(cold.reason())
        .isEqualTo(
            "its hidden would come from cold starts of warm-ups, and there are 0 of the 5 values it"
                + " takes");
  }

  @Test
  void timesThatTheFileGivesAreTakenAsTheyAre() throws IOException {
    var given =
        RunForecast.of(
            experiment(
                """
                model:
                  hidden: constant 10 ms
                  init: constant 200 ms
                  cold: constant 30 ms
                  warm: constant 2 ms
                  round-trip: constant 1 ms
                """),
            folder.read(),
            event -> {});

    // Nothing is left to be fitted: 10 + 200 + 30 + 1 ms, and billed for 230 ms.
    var cold = given.forecasts().get(0);
    assertThat(cold.phase()).isEqualTo("cold");
    assertThat(Objects.requireNonNull(cold.metrics().get(Metric.COLD_CLIENT_P50)).value())
        .isCloseTo(241, Percentage.withPercentage(0.1));
    assertThat(cold.sources())
        .allMatch(source -> source.from().equals("the experiment file") && source.n() == 0)
        .extracting(Forecast.Source::times)
        .contains("constant 200 ms");
  }

  @Test
  void longPhasesAreSimulatedLessOften() {
    assertThat(PhaseForecast.replications(300)).isEqualTo(400);
    assertThat(PhaseForecast.replications(40_000)).isEqualTo(100);
    assertThat(PhaseForecast.replications(10_000_000)).isEqualTo(40);
  }
}
