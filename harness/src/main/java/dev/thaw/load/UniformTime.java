package dev.thaw.load;

/** Any time between two, in ms, each as likely. */
public record UniformTime(double fromMs, double toMs) implements Distribution {
  public UniformTime {
    DistributionSyntax.checkTime(fromMs);
    DistributionSyntax.checkTime(toMs);
    if (toMs < fromMs) {
      throw new IllegalArgumentException(
          "a uniform time runs upwards, not from %s to %s"
              .formatted(DistributionSyntax.time(fromMs), DistributionSyntax.time(toMs)));
    }
  }

  @Override
  public double quantile(double p) {
    return fromMs + p * (toMs - fromMs);
  }

  @Override
  public double mean() {
    return (fromMs + toMs) / 2;
  }

  @Override
  public String toString() {
    return "uniform %s to %s"
        .formatted(DistributionSyntax.time(fromMs), DistributionSyntax.time(toMs));
  }
}
