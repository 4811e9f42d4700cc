package dev.thaw.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.results.Metric;
import dev.thaw.stats.Change;
import dev.thaw.stats.Change.Kind;
import dev.thaw.stats.Estimate;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.00",
    "0.0643, 0.064",
    "0.9995, 1.00",
    "1.2345, 1.23",
    "9.994, 9.99",
    "9.995, 10.0",
    "99.94, 99.9",
    "99.95, 100",
    "1234.5, 1235",
    "-43.04, -43.0",
    "-0.0001, 0.000"
  })
  void numbersHaveThreeDigitsThatMeanSomething(double value, String text) {
    assertThat(Figures.number(value)).isEqualTo(text);
  }

  @Test
  void intervalIsRelativeAwayFromZeroAndFromToAroundIt() {
    var metric = Metric.COLD_HIDDEN_P50;
    // The farther bound counts: 100 - 92 = 8, 105 - 100 = 5.
    assertThat(Figures.interval(metric, new Estimate(100, 92.0, 105.0, 20))).isEqualTo("± 8 %");
    assertThat(Figures.interval(metric, new Estimate(2, -1.5, 4.0, 20))).isEqualTo("[-1.50, 4.00]");
    assertThat(Figures.interval(metric, new Estimate(2, 1.0, null, 200))).isEqualTo("± ∞");
    assertThat(Figures.interval(Metric.COLD_RATIO, new Estimate(0.05, 0.01, 0.1, 100)))
        .isEqualTo("[1.00, 10.00]");
  }

  @Test
  void changeThatMayBeNoneIsATilde() {
    var metric = Metric.WARM_CLIENT_P50;
    assertThat(Figures.change(metric, new Change(Kind.RATIO, 0.02, -0.01, 0.05))).isEqualTo("~");
    assertThat(Figures.change(metric, new Change(Kind.RATIO, 0.1234, 0.1, 0.15)))
        .isEqualTo("+12.3 %");
    assertThat(
            Figures.change(
                Metric.COLD_HIDDEN_P50, new Change(Kind.DIFFERENCE, -43.04, -50.0, -40.0)))
        .isEqualTo("-43.0 ms");
    assertThat(Figures.change(Metric.COLD_RATIO, new Change(Kind.DIFFERENCE, 0.025, 0.01, 0.04)))
        .isEqualTo("+2.50 pp");
  }

  @Test
  void durationsAreReadable() {
    assertThat(Figures.duration(Duration.ofSeconds(59))).isEqualTo("59 s");
    assertThat(Figures.duration(Duration.ofSeconds(192))).isEqualTo("3 min 12 s");
    assertThat(Figures.duration(Duration.ofMinutes(62))).isEqualTo("1 h 2 min");
  }
}
