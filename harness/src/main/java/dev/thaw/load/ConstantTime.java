package dev.thaw.load;

/** Always the same time, in ms. */
public record ConstantTime(double ms) implements Distribution {
  public ConstantTime {
    DistributionSyntax.checkTime(ms);
  }

  @Override
  public double quantile(double p) {
    return ms;
  }

  @Override
  public String toString() {
    return "constant " + DistributionSyntax.time(ms);
  }
}
