package dev.thaw.load;

/** Times whose logarithm is normal: of that median in ms, sigma being the logarithm's deviation. */
public record LognormalTime(double medianMs, double sigma) implements Distribution {
  private static final double MAX_SIGMA = 10;

  public LognormalTime {
    DistributionSyntax.checkTime(medianMs);
    if (!(sigma >= 0 && sigma <= MAX_SIGMA)) {
      throw new IllegalArgumentException("a sigma of %s is outside 0 to 10".formatted(sigma));
    }
  }

  /** The one of that mean. */
  public static LognormalTime ofMean(double meanMs, double sigma) {
    return new LognormalTime(meanMs * Exponential.of(-sigma * sigma / 2), sigma);
  }

  @Override
  public double quantile(double p) {
    return sigma == 0 ? medianMs : medianMs * Exponential.of(sigma * NormalQuantile.of(p));
  }

  @Override
  public double mean() {
    return medianMs * Exponential.of(sigma * sigma / 2);
  }

  @Override
  public String toString() {
    return "lognormal %s %s"
        .formatted(DistributionSyntax.time(medianMs), DistributionSyntax.number(sigma));
  }
}
