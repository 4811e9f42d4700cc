package dev.thaw.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.stats.Sample;
import java.util.stream.IntStream;

/** A figure of a simulation with its standard error, to be held to what it should be. */
record Estimated(double value, double standardError) {
  /** How far an estimate may be off, in standard errors. */
  private static final double TOLERANCE = 4;

  /** The mean of values that are nearly independent. */
  static Estimated mean(double... values) {
    var sample = Sample.of(values);
    return new Estimated(sample.mean(), Math.sqrt(sample.variance() / values.length));
  }

  /** One sum divided by another, from pairs that are nearly independent of each other. */
  static Estimated ratio(double[] numerators, double[] denominators) {
    double below = Sample.of(denominators).mean();
    double ratio = Sample.of(numerators).mean() / below;
    var residuals =
        IntStream.range(0, numerators.length)
            .mapToDouble(i -> (numerators[i] - ratio * denominators[i]) / below)
            .toArray();
    return new Estimated(ratio, mean(residuals).standardError());
  }

  /** Fails when it is off by more than 4 standard errors. */
  void shouldBe(String what, double expected) {
    shouldBe(what, new Estimated(expected, 0));
  }

  /** Fails when two estimates differ by more than 4 standard errors of their difference. */
  void shouldBe(String what, Estimated expected) {
    double error = Math.hypot(standardError, expected.standardError);
    assertThat(Math.abs(value - expected.value))
        .as("%s: %s should be %s", what, this, expected)
        .isLessThanOrEqualTo(TOLERANCE * error + 1e-12);
  }

  /** The same, and fails as well when the standard error is more than a share of the value. */
  void shouldBe(String what, double expected, double atMost) {
    assertThat(standardError).as("%s: %s tells too little", what, this).isLessThan(atMost * value);
    shouldBe(what, expected);
  }
}
