package dev.thaw.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EstimateTest {
  private static Sample oneTo(int n) {
    return Sample.of(IntStream.rangeClosed(1, n).asDoubleStream());
  }

  @ParameterizedTest
  @CsvSource({
    // n, p, lower, upper by the binomial table: P(B <= 1) = 0.0107, P(B <= 2) = 0.0547 at n = 10.
    "10, 0.5, 2, 9",
    // P(B <= 5) = 0.0207, P(B <= 6) = 0.0577 at n = 20.
    "20, 0.5, 6, 15",
    // P(B <= 39) = 0.0176, P(B <= 40) = 0.0284 at n = 100.
    "100, 0.5, 40, 61"
  })
  void medianLiesBetweenTheBinomialsOrderStatistics(int n, double p, double low, double high) {
    var estimate = Estimate.ofQuantile(oneTo(n), p);
    assertThat(estimate.low()).isEqualTo(low);
    assertThat(estimate.high()).isEqualTo(high);
    assertThat(estimate.n()).isEqualTo(n);
  }

  @Test
  void tailOfASmallSampleHasNoUpperBound() {
    // 0.99^200 = 0.134 > 0.025: all 200 values may well lie below the true p99.
    var small = Estimate.ofQuantile(oneTo(200), 0.99);
    assertThat(small.high()).isNull();
    assertThat(small.low()).isNotNull();
    // 0.99^400 = 0.018 < 0.025: from there on the largest value is a bound.
    assertThat(Estimate.ofQuantile(oneTo(400), 0.99).high()).isEqualTo(400);
  }

  @Test
  void fiveValuesHaveNoExactMedianInterval() {
    // 0.5^5 = 0.031 > 0.025.
    var estimate = Estimate.ofQuantile(oneTo(5), 0.5);
    assertThat(estimate.low()).isNull();
    assertThat(estimate.high()).isNull();
  }

  @Test
  void millionValuesAreNoBurden() {
    var estimate = Estimate.ofQuantile(oneTo(1_000_000), 0.5);
    // z sqrt(n) / 2 = 980 to each side.
    assertThat(estimate.low()).isCloseTo(499_020, within(3.0));
    assertThat(estimate.high()).isCloseTo(500_980, within(3.0));
  }

  @Test
  void bootstrapOfALargeSampleAgreesWithTheOrderStatistics() {
    var random = new SplittableRandom(1);
    var sample = Sample.of(DoubleStream.generate(random::nextGaussian).limit(100_000));
    var bootstrap = Estimate.ofMedian(sample, random);
    var exact = Estimate.ofQuantile(sample, 0.5);
    assertThat(bootstrap.value()).isEqualTo(exact.value());
    assertThat(bootstrap.low()).isCloseTo(exact.low(), within(0.0015));
    assertThat(bootstrap.high()).isCloseTo(exact.high(), within(0.0015));
  }

  @Test
  void bootstrapIntervalCoversTheTrueMedianAsOftenAsItSays() {
    var random = new SplittableRandom(2);
    int covered = 0;
    for (int i = 0; i < 400; i++) {
      var sample = Sample.of(DoubleStream.generate(random::nextGaussian).limit(30));
      var estimate = Estimate.ofMedian(sample, random);
      covered += estimate.covers(0) ? 1 : 0;
    }
    // Binomial(400, 0.95): 380 ± 4.4; the percentile bootstrap is a little short at n = 30.
    assertThat(covered).isBetween(362, 393);
  }

  @Test
  void sameSeedGivesTheSameInterval() {
    assertThat(Estimate.ofMedian(oneTo(20), new SplittableRandom(7)))
        .isEqualTo(Estimate.ofMedian(oneTo(20), new SplittableRandom(7)));
  }

  @Test
  void oneValueHasAnIntervalOfNoWidth() {
    assertThat(Estimate.ofMedian(Sample.of(3), new SplittableRandom(1)))
        .isEqualTo(new Estimate(3, 3.0, 3.0, 1));
  }

  @Test
  void meanHasStudentsInterval() {
    // 1..5: mean 3, variance 2.5, t(4) = 2.776: 3 ± 2.776 * sqrt(0.5) = 3 ± 1.963.
    var estimate = Estimate.ofMean(oneTo(5));
    assertThat(estimate.value()).isEqualTo(3);
    assertThat(estimate.low()).isCloseTo(1.037, within(0.01));
    assertThat(estimate.high()).isCloseTo(4.963, within(0.01));
  }

  @Test
  void shareHasWilsonsInterval() {
    // Wilson for 10 of 100: 0.0552 to 0.1744; for 0 of 20: 0 to z²/(n + z²) = 3.8415 / 23.8415.
    var ten = Estimate.ofShare(new Share(10, 100));
    assertThat(ten.low()).isCloseTo(0.0552, within(1e-4));
    assertThat(ten.high()).isCloseTo(0.1744, within(1e-4));
    var none = Estimate.ofShare(new Share(0, 20));
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.16113, within(1e-5));
  }
}
