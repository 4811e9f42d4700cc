package dev.thaw.load;

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
  public String toString() {
    return "exponential " + DistributionSyntax.time(meanMs);
  }
}
