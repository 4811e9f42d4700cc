package dev.thaw.experiment.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.experiment.ModelInputException;
import dev.thaw.experiment.predict.Tariff;
import dev.thaw.invocation.Memory;
import dev.thaw.load.Distribution;
import dev.thaw.load.trace.TraceExtract;
import dev.thaw.report.Golden;
import dev.thaw.report.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplayTest {
  @TempDir private Path folder;

  /** Of f: cold, warm after 100 s, cold after 700 s; of g: once. */
  private TraceExtract azure() throws IOException {
    return TraceExtract.of(
        Files.writeString(
            folder.resolve("trace.csv"),
            """
            app,func,end_timestamp,duration
            a,f,10.5,0.5
            b,g,100,0.25
            a,f,110.5,0.5
            a,f,811.0,0.5
            """));
  }

  private static ReplaySettings settings(String times, String warm) {
    return new ReplaySettings(
        times,
        warm.isEmpty() ? null : Distribution.parse(warm),
        new Memory(1024),
        new ReplaySettings.Limits(Duration.ofMinutes(10), Duration.ofHours(2), 1000),
        Tariff.bundled(),
        7);
  }

  @Test
  void aFunctionIsColdAfterItsKeepAlive() throws IOException {
    var replayed = Replay.of(azure(), settings("aws-2026-java17-zip", ""));

    assertThat(replayed.functions()).extracting("function").containsExactly("a/f", "b/g");
    var f = replayed.functions().get(0);
    assertThat(Objects.requireNonNull(f.invocations()).value()).isEqualTo(3);
    assertThat(Objects.requireNonNull(f.coldShare()).value()).isEqualTo(2.0 / 3);
    assertThat(Objects.requireNonNull(replayed.sum().invocations()).value()).isEqualTo(4);
    assertThat(Objects.requireNonNull(replayed.sum().coldShare()).value()).isEqualTo(3.0 / 4);
    assertThat(Objects.requireNonNull(replayed.sum().throttledShare()).value()).isZero();
  }

  @Test
  void costIsThatOfTheWholeTrace() throws IOException {
    var replayed = Replay.of(azure(), settings("aws-2026-java17-zip", "constant 500 ms"));

    // 4 requests of 0.5 GB-s and, in 3 of them, some 0.21 s of init: about 2.65 GB-s.
    double requests = 4 * 0.0000002;
    assertThat(Objects.requireNonNull(replayed.sum().usd()).value())
        .isBetween(requests + 2.45 * 0.0000166667, requests + 3.3 * 0.0000166667);
  }

  @Test
  void aTraceWithoutDurationsNeedsThem() throws IOException {
    var extract = TraceExtract.of(Files.writeString(folder.resolve("times.csv"), "0\n1\n2.5\n"));

    assertThatThrownBy(() -> Replay.of(extract, settings("aws-2026-java17-zip", "")))
        .isInstanceOf(ModelInputException.class)
        .hasMessageContaining("give --warm, for example 'lognormal 50 ms 0.8'");
    assertThat(
            Replay.of(extract, settings("aws-2026-java17-zip", "constant 5 ms"))
                .sum()
                .invocations())
        .isNotNull();
  }

  @Test
  void anUnknownPresetIsRefused() throws IOException {
    var extract = azure();

    assertThatThrownBy(() -> Replay.of(extract, settings("aws-2026-java71-zip", "")))
        .isInstanceOf(ModelInputException.class)
        .hasMessageStartingWith("there is no service-time preset 'aws-2026-java71-zip'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG"})
  void aReplayReadsTheSameEverywhere(String tag) throws IOException {
    var locale = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(tag));
    try {
      var replayed = Replay.of(azure(), settings("aws-2026-java17-zip", ""));
      Golden.check(
          "replay.txt",
          ReplaySheet.of(replayed).text(Sheet.Look.PLAIN).replace(folder.toString(), "FOLDER"));
    } finally {
      Locale.setDefault(locale);
    }
  }
}
