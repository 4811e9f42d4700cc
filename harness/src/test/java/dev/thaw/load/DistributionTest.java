package dev.thaw.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DistributionTest {
  @ParameterizedTest
  @CsvSource({
    "constant 20 ms, 0.5, 20",
    "constant 1.5 s, 0.9, 1500",
    "constant 250 us, 0.1, 0.25",
    "uniform 10 ms to 30 ms, 0.25, 15",
    "exponential 20 ms, 0, 0",
    // The median of an exponential is mean · ln 2.
    "exponential 20 ms, 0.5, 13.862943611198906",
    "lognormal 20 ms 0.5, 0.5, 20",
    // 20 · e^(0.5 · 1.2815515655446004)
    "lognormal 20 ms 0.5, 0.9, 37.959054",
    "lognormal 250 ms 0, 0.99, 250",
  })
  void hasItsQuantiles(String text, double p, double ms) {
    assertThat(Distribution.parse(text).quantile(p)).isCloseTo(ms, within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "constant 20 ms",
        "uniform 10 ms to 30.5 ms",
        "exponential 20 ms",
        "lognormal 20 ms 0.5"
      })
  void isWrittenAsItIsRead(String text) {
    assertThat(Distribution.parse(text)).hasToString(text);
    assertThat(Distribution.parse("  " + text.toUpperCase(Locale.ROOT) + " "))
        .isEqualTo(Distribution.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gamma 3 ms | 'gamma 3 ms' is not a distribution of times; write 'constant 20 ms'",
        "constant 20 | 'constant 20' is not a distribution of times",
        "lognormal 20 ms | 'lognormal 20 ms' is not a distribution of times",
        "uniform 30 ms to 10 ms | a uniform time runs upwards, not from 30 ms to 10 ms",
        "constant 2000000 s | a time of 2000000000 ms is outside 0 ms to 1 h",
        "lognormal 20 ms 11 | a sigma of 11.0 is outside 0 to 10",
      })
  void refusesTheRestWithItsReason(String text, String message) {
    assertThatThrownBy(() -> Distribution.parse(text)).hasMessageStartingWith(message);
  }

  @Test
  void drawsTheSameForTheSameSeed() {
    assertThat(draws("lognormal 20 ms 0.5", 5)).containsExactly(draws("lognormal 20 ms 0.5", 5));
  }

  @Test
  void drawsFollowTheQuantiles() {
    var distribution = Distribution.parse("lognormal 20 ms 0.5");
    var sorted = draws("lognormal 20 ms 0.5", 20_000);
    Arrays.sort(sorted);

    // The standard error of the share below a quantile is at most 0.5 / sqrt(20,000) = 0.0035.
    for (double p : new double[] {0.1, 0.5, 0.9}) {
      double below =
          DoubleStream.of(sorted).filter(x -> x < distribution.quantile(p)).count() / 20_000.0;
      assertThat(below).isCloseTo(p, within(0.015));
    }
  }

  private static double[] draws(String text, int count) {
    var random = new SplittableRandom(7);
    var distribution = Distribution.parse(text);
    return DoubleStream.generate(() -> distribution.sample(random)).limit(count).toArray();
  }

  /** Against CPython's statistics.NormalDist().inv_cdf, all three branches of the algorithm. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.0",
    "0.001, -3.090232306167813",
    "0.025, -1.9599639845400538",
    "0.9, 1.2815515655446008",
    "0.99, 2.3263478740408408",
    "1e-12, -7.034483825301132",
    "0.9999999, 5.199337582290662",
    "0, -Infinity",
  })
  void knowsTheNormalQuantiles(double p, double z) {
    if (Double.isInfinite(z)) {
      assertThat(NormalQuantile.of(p)).isEqualTo(z);
    } else {
      assertThat(NormalQuantile.of(p)).isCloseTo(z, within(1e-13));
    }
  }
}
