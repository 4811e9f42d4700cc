package dev.thaw.experiment.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.ModelInputException;
import dev.thaw.experiment.VariantTimes;
import dev.thaw.experiment.file.ExperimentFile;
import dev.thaw.invocation.Memory;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimePreset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VariantTimesTest {
  private static final String FILE =
      """
      name: small
      payload: {sleepMs: 5, cpuMs: 10}
      variants:
        only: {memory: 1769 MB}
      phases:
        cold: {protocol: forced-cold-starts, cycles: 1}
      """;

  private static Experiment read(String... settings) {
    return ExperimentFile.read("small.yaml", FILE, List.of(settings)).experiment();
  }

  private static VariantTimes times(Experiment experiment) {
    return TimesChoice.of(experiment, experiment.variants().get(0));
  }

  @Test
  void theSampleFunctionsPayloadAndTheRuntimesPresetAreTheDefault() {
    var chosen = times(read());

    assertThat(chosen.times().warmDuration().quantile(0.5)).isCloseTo(15, within(1e-9));
    assertThat(chosen.times().init())
        .isEqualTo(ServiceTimePreset.find("aws-2026-java17-zip").init());
    assertThat(chosen.source()).isEqualTo("aws-2026-java17-zip");
    assertThat(chosen.origin()).contains("lambda-perf", "2026-08-22");
  }

  @Test
  void lessMemoryMakesCpuTimeLongerAndNothingElse() {
    var experiment = read("variants.only.memory=512");
    double slowdown = 1769 / 512.0;

    assertThat(times(experiment).times().warmDuration().quantile(0.5))
        .isCloseTo(5 + 10 * slowdown, within(1e-9));
    var more = TimesChoice.of(experiment, experiment.variants().get(0), new Memory(3008));
    assertThat(more.times().warmDuration().quantile(0.5)).isCloseTo(15, within(1e-9));
  }

  @Test
  void aSimulatedFunctionTakesWhatItsVariableStates() {
    var drawn =
        "variants.only.environment={THAW_SIMULATED: 'init: constant 250 ms; service: lognormal 20 ms"
            + " 0.5'}";
    var chosen = times(read(drawn));

    assertThat(chosen.source()).isEqualTo("THAW_SIMULATED");
    assertThat(chosen.times().init()).isEqualTo(Distribution.parse("constant 250 ms"));
    assertThat(chosen.times().coldDuration()).isEqualTo(Distribution.parse("lognormal 20 ms 0.5"));
    assertThat(chosen.times().warmDuration()).isEqualTo(Distribution.parse("lognormal 20 ms 0.5"));
    assertThat(chosen.times().roundTrip()).isEqualTo(Distribution.parse("constant 0 ms"));

    var stated = times(read(drawn, "variants.only.model={round-trip: constant 2 ms}"));
    assertThat(stated.source()).isEqualTo("THAW_SIMULATED but round trip stated in the experiment");
    assertThat(stated.times().init()).isEqualTo(chosen.times().init());
    assertThat(stated.times().roundTrip()).isEqualTo(Distribution.parse("constant 2 ms"));

    var preset = times(read(drawn, "variants.only.model={times: aws-2026-java17-zip}"));
    assertThat(preset.times().init())
        .isEqualTo(ServiceTimePreset.find("aws-2026-java17-zip").init());
  }

  @Test
  void aSimulationThatCannotBeReadIsNamedWithItsVariant() {
    var experiment = read("variants.only.environment={THAW_SIMULATED: 'init: soon'}");

    assertThatThrownBy(() -> times(experiment))
        .isInstanceOf(ModelInputException.class)
        .hasMessageStartingWith("variant only: THAW_SIMULATED 'init: soon' cannot be read: ");
  }

  @Test
  void whatTheSampleDoesInItsInitIsAdded() {
    var usual = times(read()).times().init().quantile(0.5);
    var slow = times(read("variants.only.environment={INIT_CPU_MS: 200, INIT_SLEEP_MS: 50}"));

    assertThat(slow.times().init().quantile(0.5)).isCloseTo(usual + 250, within(1e-9));
  }

  @Test
  void aStatedPartGoesOverThePreset() {
    var chosen = times(read("model={init: exponential 200 ms, warm: constant 7 ms, cpu: 0 ms}"));

    assertThat(chosen.times().init()).isEqualTo(Distribution.parse("exponential 200 ms"));
    assertThat(chosen.times().warmDuration().quantile(0.9)).isCloseTo(7, within(1e-9));
    assertThat(chosen.source())
        .isEqualTo("aws-2026-java17-zip but init, warm stated in the experiment");
  }

  @Test
  void withoutAPresetWhatIsStatedIsAllThereIs() {
    var chosen =
        times(
            read(
                "variants.only.runtime=provided.al2023",
                "model={init: constant 30 ms, warm: constant 7 ms}"));

    assertThat(chosen.source()).isEqualTo("stated in the experiment");
    assertThat(chosen.times().coldDuration().quantile(0.5)).isEqualTo(7);
    assertThat(chosen.times().hidden().quantile(0.99)).isZero();
  }

  @Test
  void aPresetOnTheCommandLineGoesOverStatedPartsButWarmOnes() {
    var chosen =
        times(
            read("model={init: constant 1 ms, warm: constant 7 ms}").withPreset("aws-2026-go-zip"));

    assertThat(chosen.times().init()).isEqualTo(ServiceTimePreset.find("aws-2026-go-zip").init());
    assertThat(chosen.times().warmDuration().quantile(0.5)).isCloseTo(7, within(1e-9));
  }

  @Test
  void fittedTimesHoldForTheMemoryTheyWereMeasuredAt() {
    var fitted = times(read());
    var experiment = read().withFitted(variant -> fitted);

    assertThat(times(experiment)).isSameAs(fitted);
    assertThatThrownBy(
            () -> TimesChoice.of(experiment, experiment.variants().get(0), new Memory(512)))
        .isInstanceOf(ModelInputException.class)
        .hasMessage(
            "variant only: its service times were fitted at 1769 MB and say nothing of 512 MB;"
                + " leave out --memory or --times");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          variants.only.package=mine.zip         | variant only: how long a warm invocation takes is not known (a preset has the rest); write model.warm, such as 'lognormal 20 ms 0.5', or model.cpu, such as '40 ms'
          variants.only.runtime=provided.al2023  | variant only: there is no preset for runtime provided.al2023; write model.times with another preset, such as aws-2026-go-zip, or model.init, such as 'lognormal 200 ms 0.2'
          model={times: aws-2026-java71-zip}     | variant only: there is no service-time preset 'aws-2026-java71-zip'; the nearest are
          variants.only.environment={INIT_CPU_MS: much} | variant only: INIT_CPU_MS 'much' is not a number of ms
          """)
  void whatIsMissingIsNamed(String setting, String message) {
    var experiment = read(setting);

    assertThatThrownBy(() -> times(experiment))
        .isInstanceOf(ModelInputException.class)
        .hasMessageStartingWith(message);
  }
}
