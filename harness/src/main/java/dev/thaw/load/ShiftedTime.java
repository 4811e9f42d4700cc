package dev.thaw.load;

import java.util.random.RandomGenerator;

/** Times of another distribution, each longer by that many ms. */
public record ShiftedTime(Distribution times, double byMs) implements Distribution {
  public ShiftedTime {
    DistributionSyntax.checkTime(byMs);
  }

  /** The simplest distribution that is longer than another by that many ms. */
  public static Distribution of(Distribution times, double byMs) {
    if (byMs == 0) {
      return times;
    }
    if (times instanceof ConstantTime constant) {
      return new ConstantTime(constant.ms() + byMs);
    }
    return times instanceof ShiftedTime shifted
        ? new ShiftedTime(shifted.times, shifted.byMs + byMs)
        : new ShiftedTime(times, byMs);
  }

  @Override
  public double quantile(double p) {
    return times.quantile(p) + byMs;
  }

  @Override
  public double mean() {
    return times.mean() + byMs;
  }

  @Override
  public double sample(RandomGenerator random) {
    return times.sample(random) + byMs;
  }

  @Override
  public String toString() {
    return times + " plus " + DistributionSyntax.time(byMs);
  }
}
