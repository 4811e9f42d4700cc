package dev.thaw.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NotationTest {
  @ParameterizedTest
  @CsvSource({
    "250 us, 250000, 0.25 ms",
    "500ms, 500000000, 500 ms",
    "1.5 s, 1500000000, 1500 ms",
    "0.1 S, 100000000, 100 ms",
    "60 s, 60000000000, 60 s",
    "5 min, 300000000000, 5 min",
    "90 min, 5400000000000, 90 min",
    "2h, 7200000000000, 2 h",
    "30 d, 2592000000000000, 30 d",
    "0 s, 0, 0 ms",
    "-3 s, -3000000000, -3 s",
  })
  void readsAndWritesTimes(String text, long ns, String written) {
    assertThat(Notation.duration(text)).isEqualTo(Duration.ofNanos(ns));
    assertThat(Notation.time(Duration.ofNanos(ns))).isEqualTo(written);
    assertThat(Notation.duration(written)).isEqualTo(Duration.ofNanos(ns));
  }

  @ParameterizedTest
  @CsvSource({
    "50/s, 50, 50/s",
    "0.00186 / s, 0.00186, 0.00186/s",
    "6/min, 0.1, 0.1/s",
    "10/h, 0.002777777777777778, 0.002777777777777778/s",
    "86400/d, 1, 1/s",
    "1000000/s, 1000000, 1000000/s",
    "-5/s, -5, -5/s",
  })
  void readsAndWritesRates(String text, double perSecond, String written) {
    assertThat(Notation.perSecond(text)).isEqualTo(perSecond);
    assertThat(Notation.rate(perSecond)).isEqualTo(written);
    assertThat(Notation.perSecond(written)).isEqualTo(perSecond);
  }

  @Test
  void millisecondsMayBeAnyFraction() {
    assertThat(Notation.milliseconds("0.5 us")).isEqualTo(0.0005);
    assertThat(Notation.milliseconds("0.0000001 ms")).isEqualTo(1e-7);
    assertThat(Notation.milliseconds(1e-7)).isEqualTo("0.0000001 ms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "s", "10 weeks", "1,5 s", "1e3 s", "10/s", "5 m"})
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> Notation.duration(text))
        .hasMessageStartingWith("'%s' is not a time; write '250 us', '500 ms'".formatted(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "50", "50/ms", "fast", "50 s", "/s"})
  void refusesWhatIsNoRate(String text) {
    assertThatThrownBy(() -> Notation.perSecond(text))
        .hasMessage("'%s' is not a rate; write '50/s', '0.9/s', '6/min' or '10/h'".formatted(text));
  }

  @Test
  void refusesTimesBeyondTheCenturies() {
    assertThatThrownBy(() -> Notation.duration("200000 d"))
        .hasMessage("a time of 200000 d is too long");
  }
}
