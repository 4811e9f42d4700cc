package dev.thaw.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.load.trace.TraceExtract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceArrivalsTest {
  private static final String FOLDER = "src/test/resources/dev/thaw/load/trace/";
  private static final String DAY =
      "trace " + FOLDER + "invocations_per_function_md.anon.d01.csv function o1/a1/f1";
  private static final String STARTS = "trace " + FOLDER + "azure-2021.csv";
  private static final long MINUTE = 60_000_000_000L;
  private static final long SECOND = 1_000_000_000L;

  @TempDir private Path folder;

  private static List<Long> offsetsNs(String text, long seed) {
    var offsets = new ArrayList<Long>();
    ArrivalProcess.parse(text).offsetsNs(seed).forEachRemaining((long ns) -> offsets.add(ns));
    return offsets;
  }

  @Test
  void replaysInstants() {
    assertThat(offsetsNs(STARTS + " function shop/pay", 1))
        .startsWith(4 * SECOND, 12 * SECOND)
        .hasSize(7);
    assertThat(ArrivalProcess.parse(STARTS).duration()).isEqualTo(Duration.ofSeconds(58));
  }

  /** Starts every 2 s; from 10 s for 6 s there are three, at 0, 2 and 4 s; twice as fast. */
  @Test
  void replaysAPartAtAnotherSpeed() {
    var text = STARTS + " from 10 s for 6 s speed 2x";

    assertThat(offsetsNs(text, 1)).containsExactly(0L, SECOND, 2 * SECOND);
    assertThat(ArrivalProcess.parse(text).duration()).isEqualTo(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @CsvSource({"'', 70", "' spread equidistant', 70"})
  void spreadsCountsOverTheirMinutes(String spread, int count) {
    var offsets = offsetsNs(DAY + spread, 3);

    assertThat(offsets).hasSize(count).isSorted();
    assertThat(offsets.stream().filter(ns -> ns < MINUTE)).hasSize(3);
    assertThat(offsets.stream().filter(ns -> ns / MINUTE == 59)).hasSize(6);
    assertThat(offsets.stream().filter(ns -> ns / MINUTE == 720)).hasSize(60);
  }

  @Test
  void equidistantArrivalsKeepTheSameDistance() {
    assertThat(offsetsNs(DAY + " spread equidistant", 3))
        .startsWith(10 * SECOND, 30 * SECOND, 50 * SECOND, 90 * SECOND);
  }

  /** 70 are expected of all seeds together; the mean of 400 has a standard error of 0.42. */
  @Test
  void poissonArrivalsAreAsManyAsCountedOnAverage() {
    double sum = 0;
    for (int seed = 0; seed < 400; seed++) {
      sum += offsetsNs(DAY + " spread poisson", seed).size();
    }

    assertThat(sum / 400).isEqualTo(70, within(4 * 0.42));
  }

  @Test
  void aPartOfCountsIsWholeMinutes() {
    var offsets = offsetsNs(DAY + " from 12 h for 10 min speed 10x", 3);

    assertThat(offsets).hasSize(60).allMatch(ns -> ns < MINUTE / 10);
  }

  @Test
  void theSeedDecides() {
    assertThat(offsetsNs(DAY, 3)).isEqualTo(offsetsNs(DAY, 3)).isNotEqualTo(offsetsNs(DAY, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        STARTS,
        STARTS + " function shop from 10 s for 20 s speed 2.5x",
        DAY + " spread poisson speed 60x",
        "burst 3 then " + STARTS + " then pause 2 s",
      })
  void theTextFormIsReadBack(String text) {
    assertThat(ArrivalProcess.parse(text))
        .hasToString(text)
        .isEqualTo(ArrivalProcess.parse(text))
        .hasSameHashCodeAs(ArrivalProcess.parse(text));
  }

  @Test
  void namesWithSpacesStandInQuotes() throws Exception {
    var file = Files.writeString(folder.resolve("now then 1.csv"), "1,a b\n2,A b\n4,a b\n");
    var text = "trace \"%s\" function \"a b\"".formatted(file);

    assertThat(offsetsNs(text, 1)).containsExactly(0L, 3 * SECOND);
    assertThat(ArrivalProcess.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trace nowhere.csv | nowhere.csv: there is no such file; its path counts from where thaw runs",
        "trace a.csv speed 0x | a speed of 0x is not above 0x and at most 1,000,000x",
        "trace a.csv from -1 s | a trace cannot be read from -1 s for its rest",
        "trace a.csv for 0 s | a trace cannot be read from 0 ms for 0 ms",
        "trace a.csv spread evenly | 'trace a.csv spread evenly' is not an arrival process; write",
        "trace a b.csv | 'trace a b.csv' is not an arrival process; write",
      })
  void whatCannotBeReplayedIsRefusedWithTheValue(String text, String message) {
    assertThatThrownBy(() -> ArrivalProcess.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aPartWithoutInvocationsIsRefused() {
    var text = DAY + " from 2 h for 1 h";

    assertThatThrownBy(() -> ArrivalProcess.parse(text))
        .hasMessage("'%s' has no invocations".formatted(text));
  }

  @Test
  void everyFunctionOfATraceIsLoadWithItsDurations() {
    var loads = TracedLoad.read(TraceExtract.parse(STARTS + " speed 2x").orElseThrow());

    assertThat(loads)
        .extracting(TracedLoad::function, load -> load.durations().map(d -> d.quantile(0.5)))
        .containsExactlyInAnyOrder(
            tuple("shop/cart", Optional.of(250.0)),
            tuple("shop/pay", Optional.of(1500.0)),
            tuple("blog/cart", Optional.of(4000.0)));
    for (var load : loads) {
      assertThat(load.arrivals()).isEqualTo(ArrivalProcess.parse(load.arrivals().toString()));
      assertThat(load.arrivals())
          .hasToString(STARTS + " function " + load.function() + " speed 2x");
    }
  }

  /** 10 ms at 0 %, 60 ms at 25 %, 100 ms at 50 %: at 37.5 % it is half way, 80 ms. */
  @Test
  void percentilesAreJoinedByStraightLines() {
    var load = TracedLoad.read(TraceExtract.parse(DAY).orElseThrow()).get(0);

    assertThat(load.durations().orElseThrow().quantile(0.375)).isEqualTo(80, within(1e-9));
    assertThat(load.memoryMb()).hasValue(172.5);
  }
}
