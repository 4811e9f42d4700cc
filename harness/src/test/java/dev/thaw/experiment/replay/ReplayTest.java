package dev.thaw.experiment.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.experiment.ModelInputException;
import dev.thaw.experiment.fit.FitFile;
import dev.thaw.experiment.predict.Tariff;
import dev.thaw.invocation.Memory;
import dev.thaw.invocation.Request;
import dev.thaw.invocation.Slot;
import dev.thaw.load.Distribution;
import dev.thaw.load.trace.TraceExtract;
import dev.thaw.report.Golden;
import dev.thaw.report.Sheet;
import dev.thaw.results.Kept;
import dev.thaw.results.SyntheticRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  private static ReplaySettings ofRun(@Nullable String times) {
    return new ReplaySettings(times, null, null, ReplaySettings.Limits.USUAL, Tariff.bundled(), 7);
  }

  @Test
  void aRunIsReplayedWithItsOwnTimesAndWithoutWhatDoesNotCount() throws IOException {
    var run = SyntheticRun.complete(folder, SyntheticRun.USUAL).read();
    int kept = Kept.of(run, "zip", "steady").invocations().size();

    var replayed = Replay.of(run, FitFile.of(run), Optional.of("steady/zip"), ofRun(null));

    assertThat(replayed.trace()).isEqualTo("run " + run.info().id());
    assertThat(replayed.counted()).contains("warm-ups and discarded stretches are sent");
    assertThat(replayed.assumptions().memoryMb()).isEqualTo(512);
    assertThat(replayed.assumptions().warm()).isEqualTo("fitted to run " + run.info().id());
    assertThat(replayed.functions()).extracting("function").containsExactly("steady/zip");
    var zip = replayed.functions().get(0);
    assertThat(Objects.requireNonNull(zip.invocations()).value()).isEqualTo(kept);
    // 1.6 ms at the median and seven times as much in 1.2 % of them, and a way of 1.9 ms.
    assertThat(Objects.requireNonNull(zip.p99()).value()).isBetween(5.0, 20.0);
    // The warm-up, which does not count, had the cold start.
    assertThat(Objects.requireNonNull(zip.coldShare()).value()).isLessThan(0.03);
  }

  @Test
  void aRunOfSeveralGeneratorsIsReplayedWhole() throws IOException {
    var written = SyntheticRun.complete(folder, SyntheticRun.USUAL);
    var before = written.read();
    var last = before.invocations().get(before.invocations().size() - 2).request();
    var slot = last.slot();
    try (var more = written.requests(1)) {
      more.add(
          new Request(
              new Slot(1, slot.phase(), slot.variant(), slot.index() + 1),
              last.timing(),
              last.answer()));
      more.finish();
    }

    var fit = FitFile.of(before);
    var one = Replay.of(before, fit, Optional.empty(), ofRun(null)).sum();
    var both = Replay.of(written.read(), fit, Optional.empty(), ofRun(null)).sum();
    assertThat(Objects.requireNonNull(both.invocations()).value())
        .isEqualTo(Objects.requireNonNull(one.invocations()).value() + 1);
  }

  @Test
  void aPresetGoesOverTheTimesOfColdStartsAlone() throws IOException {
    var run = SyntheticRun.complete(folder, SyntheticRun.USUAL).read();

    var replayed = Replay.of(run, FitFile.of(run), Optional.empty(), ofRun("aws-2026-java17-zip"));

    assertThat(replayed.assumptions().times()).startsWith("aws-2026-java17-zip: ");
    assertThat(replayed.assumptions().warm()).startsWith("fitted to run ");
  }

  @Test
  void aRunThatSaysTooLittleNamesTheRemedy() throws IOException {
    var run = SyntheticRun.oneSample(folder).read();
    var fit = FitFile.of(run);

    assertThatThrownBy(() -> Replay.of(run, fit, Optional.empty(), ofRun(null)))
        .isInstanceOf(ModelInputException.class)
        .hasMessage(
            "variant 'zip' has no hidden: too few values (1, 5 are needed); run it again for longer,"
                + " or give --times");
    assertThatThrownBy(() -> Replay.of(run, fit, Optional.of("cold/zip"), ofRun(null)))
        .isInstanceOf(ModelInputException.class)
        .hasMessageEndingWith("has no load on 'cold/zip'; it has steady/zip");
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
