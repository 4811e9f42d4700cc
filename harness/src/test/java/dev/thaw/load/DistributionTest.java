package dev.thaw.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
    // Shape 1 is the exponential; for shape 2 of mean 20, 1 - e^-2 · (1 + 2) stays below 20.
    "gamma 20 ms 1, 0.5, 13.862943611198906",
    "gamma 20 ms 2, 0.5939941502901619, 20",
    // The square of half a normal: chi-squared of one degree, 3.841 at 95 %.
    "gamma 1 ms 0.5, 0.95, 3.841458820694124",
    "gamma 1000 ms 500, 0, 0",
    "weibull 20 ms 1, 0.5, 13.862943611198906",
    // 20 · (ln 2)^2
    "weibull 20 ms 0.5, 0.5, 9.609060278",
    "'hyperexponential 100% 20 ms', 0.5, 13.862943611198906",
    // 0.1 · e^(-600 / 3300) + 0.9 · e^(-600 / 300) = 0.20517705 (oracle 3.5).
    "'hyperexponential 10% 3300 ms, 90% 300 ms', 0.79482295, 600",
    "'empirical 10 ms, 30 ms, 20 ms', 0.5, 20",
    "'empirical 10 ms, 30 ms, 20 ms', 0.75, 25",
    "empirical 7 ms, 0.3, 7",
    "empirical 7 ms 9 ms plus 1 s, 0.5, 1008",
    "constant 7 ms plus 1 s, 0.5, 1007",
    "'empirical 50% 100 ms, 99% 200 ms', 0.25, 100",
    "'empirical 50% 100 ms, 99% 200 ms', 0.745, 150",
    "'empirical 50% 100 ms, 99% 200 ms', 0.999, 200",
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
        "lognormal 20 ms 0.5",
        "gamma 20 ms 0.25",
        "weibull 0.00012 ms 2",
        "hyperexponential 10% 3300 ms, 12.34567% 300 ms, 77.65433% 1 ms",
        "empirical 80.5 ms, 90 ms, 90 ms, 443 ms",
        "empirical 0% 80 ms, 50% 252 ms, 99.9% 443 ms, 100% 443 ms",
        "exponential 20 ms plus 5 ms",
        "hyperexponential 10% 3300 ms, 90% 300 ms plus 1.5 ms",
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
        "pareto 3 ms | 'pareto 3 ms' is not a distribution of times; write 'constant 20 ms', 'uni",
        "gamma 3 ms | 'gamma 3 ms' is not a distribution of times: a number should follow; write 'ga",
        "constant 3 ms 4 | 'constant 3 ms 4' is not a distribution of times: its end should follow",
        "constant 3 ms plus 4 | 'constant 3 ms plus 4' is not a distribution of times: a time such",
        "constant 3 ms plus 4 ms 5 | 'constant 3 ms plus 4 ms 5' is not a distribution of times: i",
        "empirical | 'empirical' is not a distribution of times",
        "empirical 9% 3 ms, 5 ms | 'empirical 9% 3 ms, 5 ms' is not a distribution of times: a sh",
        "empirical 50% 9 ms, 99% 8 ms | quantiles rise, but after 50% 9 ms comes 99% 8 ms",
        "empirical 50% 9 ms, 50% 9 ms | quantiles rise, but after 50% 9 ms comes 50% 9 ms",
        "empirical 101% 9 ms | a quantile at 1.01 is outside 0% to 100%",
        "hyperexponential 10% 3 s | the branches' shares must add up to 100%, not 10%",
        "hyperexponential 100% 0 s | a branch's mean of 0 ms has no exponential times",
        "gamma 3 ms 0 | a shape of 0 is outside 0.01 to 1000",
        "constant 20 | 'constant 20' is not a distribution of times",
        "lognormal 20 ms | 'lognormal 20 ms' is not a distribution of times",
        "uniform 30 ms to 10 ms | a uniform time runs upwards, not from 30 ms to 10 ms",
        "constant 2000000 s | a time of 2000000000 ms is outside 0 ms to 7 days",
        "lognormal 20 ms 11 | a sigma of 11.0 is outside 0 to 10",
      })
  void refusesTheRestWithItsReason(String text, String message) {
    assertThatThrownBy(() -> Distribution.parse(text)).hasMessageStartingWith(message);
  }

  private static Stream<String> oneOfEach() {
    return Stream.concat(Stream.of("constant 20 ms"), spread());
  }

  private static Stream<String> spread() {
    return Stream.of(
        "uniform 10 ms to 30 ms",
        "exponential 20 ms",
        "lognormal 20 ms 0.5",
        "gamma 20 ms 0.3",
        "gamma 20 ms 3",
        "weibull 20 ms 0.7",
        "hyperexponential 10% 100 ms, 90% 10 ms",
        "empirical 10 ms, 12 ms, 15 ms, 70 ms",
        "exponential 20 ms plus 5 ms",
        "empirical 0% 5 ms, 50% 10 ms, 99% 80 ms");
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void drawsTheSameForTheSameSeed(String text) {
    assertThat(draws(text, 50)).containsExactly(draws(text, 50));
  }

  /**
   * The share of draws below a quantile has a standard error of at most 0.5 / sqrt(20,000) =
   * 0.0035; all are held to four of them.
   */
  @ParameterizedTest
  @MethodSource("spread")
  void drawsFollowTheQuantiles(String text) {
    var distribution = Distribution.parse(text);
    var draws = draws(text, 20_000);

    for (double p : new double[] {0.01, 0.1, 0.5, 0.9, 0.98}) {
      double ms = distribution.quantile(p);
      double below = DoubleStream.of(draws).filter(x -> x < ms).count() / 20_000.0;
      assertThat(below).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / 20_000)));
    }
  }

  /** The mean is the area below the quantiles: here by the midpoints of 4,000 strips. */
  @ParameterizedTest
  @MethodSource("oneOfEach")
  void theMeanIsThatOfTheQuantiles(String text) {
    var distribution = Distribution.parse(text);
    double mean =
        IntStream.range(0, 4000)
            .mapToDouble(i -> distribution.quantile((i + 0.5) / 4000))
            .average()
            .orElseThrow();

    assertThat(distribution.mean()).isCloseTo(mean, withinPercentage(0.5));
  }

  @Test
  void canBeAskedForByMean() {
    // Oracle 3.5: of a mean of 600, that share lies above 600.
    assertThat(LognormalTime.ofMean(600, 1).quantile(1 - 0.30853754)).isCloseTo(600, within(1e-4));
    assertThat(WeibullTime.ofMean(600, 0.5).quantile(1 - 0.24311673)).isCloseTo(600, within(1e-4));
    assertThat(WeibullTime.ofMean(600, 2).mean()).isCloseTo(600, within(1e-9));
    assertThat(new GammaTime(600, 0.25).quantile(1 - 0.25632206)).isCloseTo(600, within(1e-4));
    assertThat(new GammaTime(600, 4).quantile(1 - 0.43347012)).isCloseTo(600, within(1e-4));
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
