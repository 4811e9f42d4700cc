package dev.thaw.load;

import java.util.random.RandomGenerator;

/** Exponentially distributed times of that mean, in ms. */
public record ExponentialTime(double meanMs) implements Distribution {
  public ExponentialTime {
    DistributionSyntax.checkTime(meanMs);
  }

  @Override
  public double quantile(double p) {
    return -meanMs * StrictMath.log1p(-p);
  }

  @Override
  public double mean() {
    return meanMs;
  }

  @Override
  public double sample(RandomGenerator random) {
    return -meanMs * Logarithm.ofUnit(UnitNumber.next(random));
  }

  @Override
  public String toString() {
    return "exponential " + DistributionSyntax.time(meanMs);
  }
}
