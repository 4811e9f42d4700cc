package dev.thaw.experiment.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.file.ExperimentFile;
import dev.thaw.rules.concurrency.Admission;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class PredictorTest {
  private static Experiment read(String... settings) {
    return ExperimentFile.read(
            "small.yaml",
            """
            name: small
            variants:
              plain: {}
              kept: {model: {provisioned-concurrency: 20}}
            model:
              hidden: constant 100 ms
              init: constant 200 ms
              cold: constant 30 ms
              warm: constant 20 ms
              round-trip: constant 1 ms
            phases:
              cold: {protocol: forced-cold-starts, cycles: 3, concurrency: 2}
              warm: {protocol: warm-steady-load, prime: 1, warm-up: constant 1/s for 1 s, arrivals: constant 10/s for 10 s, rounds: 2}
            """,
            List.of(settings))
        .experiment();
  }

  private static Prediction predict(Experiment experiment) {
    return Predictor.predict(experiment, Tariff.bundled(), 7);
  }

  private static Prediction.OfVariant figures(Prediction prediction, int phase, int variant) {
    return prediction.phases().get(phase).variants().get(variant);
  }

  @Test
  void constantTimesGiveExactlyTheirSum() {
    var cold = figures(predict(read()), 0, 0);

    // 3 cycles of 2 at once, each of them cold: 100 + 200 + 30 + 1 ms.
    assertThat(Objects.requireNonNull(cold.requests()).value()).isEqualTo(6);
    assertThat(Objects.requireNonNull(cold.coldShare()).value()).isEqualTo(1);
    assertThat(Objects.requireNonNull(cold.cold().p50()).value()).isCloseTo(331, within(0.4));
    assertThat(cold.warm().p50()).isNull();
    assertThat(Objects.requireNonNull(cold.environments().most()).value()).isEqualTo(2);
  }

  @Test
  void aWarmPhaseFindsTheEnvironmentsThatItPrimed() {
    var warm = figures(predict(read()), 1, 0);

    assertThat(Objects.requireNonNull(warm.requests()).value()).isEqualTo(200);
    assertThat(Objects.requireNonNull(warm.coldShare()).value()).isZero();
    assertThat(Objects.requireNonNull(warm.warm().p99()).value()).isCloseTo(21, within(0.1));
    assertThat(warm.warm().p999()).as("200 requests have no p99.9").isNull();
  }

  @Test
  void provisionedEnvironmentsAreNeverCold() {
    var warm = figures(predict(read()), 1, 1);

    assertThat(Objects.requireNonNull(warm.coldShare()).value()).isZero();
    assertThat(warm.overTime().provisioned()).contains(20);
  }

  @Test
  void throttlesAreToldByTheirLimit() {
    var experiment = read("variants.kept={model: {reserved-concurrency: 1}}");
    var cold = figures(predict(experiment), 0, 1);

    // Of each two at once, one is beyond the reservation.
    assertThat(cold.throttledShare()).containsOnlyKeys(Admission.RESERVED_CONCURRENCY);
    assertThat(
            Objects.requireNonNull(cold.throttledShare().get(Admission.RESERVED_CONCURRENCY))
                .value())
        .isEqualTo(0.5);
  }

  @Test
  void theSameSeedGivesTheSamePrediction() {
    assertThat(PredictionSheet.of(predict(read())))
        .usingRecursiveComparison()
        .isEqualTo(PredictionSheet.of(predict(read())));
  }
}
