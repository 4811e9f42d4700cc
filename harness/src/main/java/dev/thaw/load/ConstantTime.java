package dev.thaw.load;

import java.util.random.RandomGenerator;

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
  public double mean() {
    return ms;
  }

  /** Takes nothing from the generator. */
  @Override
  public double sample(RandomGenerator random) {
    return ms;
  }

  @Override
  public String toString() {
    return "constant " + DistributionSyntax.time(ms);
  }
}
