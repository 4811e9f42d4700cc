package dev.thaw.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.invocation.Memory;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServiceTimePresetTest {
  private static final Distribution FIFTY = new ConstantTime(50);

  /** Init Duration of 2026 in ms as another reckoning of the same data has it, to the ms. */
  @ParameterizedTest
  @CsvSource({
    "aws-2026-java11-zip, 281, 357, 551",
    "aws-2026-java11-image, 376, 695, 806",
    "aws-2026-java17-zip, 211, 261, 340",
    "aws-2026-java21-zip, 252, 313, 443",
    "aws-2026-java21-image, 344, 692, 807",
    "aws-2026-java25-zip, 214, 456, 538",
    "aws-2026-python3.13-zip, 100, 136, 176",
    "aws-2026-nodejs22-image, 295, 693, 802",
    "aws-2026-go-zip, 51, 61, 72",
    "aws-2026-rust-image, 34, 64, 92",
    "aws-2026-dotnet8-zip, 256, 349, 617",
    "aws-2024-java21-snapstart, 612, 809, 1014",
    "aws-2025-java17-snapstart, 764, 1038, 1196",
  })
  void hasTheInitThatWasMeasured(String name, double p50, double p95, double p99) {
    var init = Objects.requireNonNull(ServiceTimePreset.find(name).init());

    assertThat(init.quantile(0.5)).isCloseTo(p50, within(1.0));
    assertThat(init.quantile(0.95)).isCloseTo(p95, within(1.0));
    assertThat(init.quantile(0.99)).isCloseTo(p99, within(1.0));
  }

  @Test
  void neverDrawsMoreThanTheLastQuantile() {
    var init = Objects.requireNonNull(ServiceTimePreset.find("aws-2026-java21-zip").init());

    assertThat(init.quantile(0.99999)).isCloseTo(659.1, within(1e-9));
    assertThat(init.quantile(0)).isEqualTo(173);
  }

  /** Between 512 MB (29.2 ms) and 1,024 MB (6.9 ms) 724 MB lies halfway: sqrt(29.2 · 6.9). */
  @ParameterizedTest
  @CsvSource({
    "aws-2026-java21-zip, 128, 96.7",
    "aws-2026-java21-zip, 512, 29.2",
    "aws-2026-java21-zip, 724, 14.19",
    "aws-2026-java21-zip, 1024, 6.9",
    "aws-2026-java21-zip, 4096, 6.9",
    "aws-2026-java25-zip, 128, 240.3",
    "aws-2026-java25-zip, 1024, 10.9",
    "aws-2020-pacslab, 256, 100.8",
    "stellar-2021-zip, 128, 0",
  })
  void aFirstInvocationTakesLongerByMemory(String name, int megabytes, double ms) {
    assertThat(ServiceTimePreset.find(name).firstDurationMs(new Memory(megabytes)))
        .isCloseTo(ms, within(0.01));
  }

  /** 20 ms of work: 20 · 1769 / 128 = 276.4 at 128 MB, and no less than 20 above one vCPU. */
  @ParameterizedTest
  @CsvSource({"128, 326.40625, 96.7", "1769, 70, 6.9", "10240, 70, 6.9"})
  void workOnTheCpuTakesLongerBelowOneCpu(int megabytes, double warmMs, double firstMs) {
    var times =
        ServiceTimePreset.find("aws-2026-java21-zip").times(new Memory(megabytes), FIFTY, 20);

    assertThat(times.warmDuration().mean()).isCloseTo(warmMs, within(1e-9));
    assertThat(times.coldDuration().mean()).isCloseTo(warmMs + firstMs, within(1e-9));
    assertThat(times.init().quantile(0.5)).isCloseTo(252.3, within(0.1));
    assertThat(times.hidden()).isEqualTo(new ConstantTime(0));
    assertThat(times.roundTrip()).isEqualTo(new ConstantTime(0));
  }

  /** The table of 2020: warm 1.95 to 1.98 s and cold 2.19 to 2.56 s at the client. */
  @Test
  void theFunctionOf2020AddsUpToWhatItsClientSaw() {
    var times = ServiceTimePreset.find("aws-2020-pacslab").times(new Memory(128));

    assertThat(times.warmDuration().mean() + times.roundTrip().mean()).isBetween(1950.0, 1980.0);
    assertThat(times.hidden().mean() + times.coldDuration().mean() + times.roundTrip().mean())
        .isBetween(2340.0, 2420.0);
  }

  /** The client of 2021: warm 44 and 74 ms, cold 448 ms at the median, with nothing of its own. */
  @Test
  void theClientOf2021SawItsMedians() {
    var times =
        ServiceTimePreset.find("stellar-2021-single")
            .times(new Memory(2048), new ConstantTime(0), 0);

    assertThat(times.roundTrip().quantile(0.5)).isEqualTo(44);
    assertThat(times.roundTrip().quantile(0.99)).isEqualTo(74);
    assertThat(times.hidden().quantile(0.5) + times.roundTrip().quantile(0.5)).isEqualTo(448);
  }

  @Test
  void asksForTheFunctionsOwnTimesWhereAPresetHasNone() {
    var preset = ServiceTimePreset.find("aws-2026-java21-zip");
    var memory = new Memory(128);

    assertThatThrownBy(() -> preset.times(memory))
        .hasMessage(
            "preset 'aws-2026-java21-zip' has no times of warm invocations; give the function's"
                + " own");
  }

  @Test
  void refusesAnUnknownNameWithThoseThatAreNear() {
    assertThatThrownBy(() -> ServiceTimePreset.find("aws-2026-java22-zip"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "there is no service-time preset 'aws-2026-java22-zip'; the nearest are")
        .hasMessageContaining("aws-2026-java21-zip");
  }

  @Test
  void everyPresetHasANameOfItsOwnAndAnOrigin() {
    assertThat(ServiceTimePreset.all()).extracting(ServiceTimePreset::name).doesNotHaveDuplicates();
    assertThat(ServiceTimePreset.all())
        .allSatisfy(
            preset -> {
              assertThat(preset.origin().source()).isNotBlank();
              assertThat(preset.origin().measured()).isNotBlank();
              assertThat(preset.origin().assumed()).isNotBlank();
              assertThat(preset.origin().date()).startsWith("20");
            });
  }
}
