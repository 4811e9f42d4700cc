package dev.thaw.model;

import dev.thaw.load.ConstantTime;
import dev.thaw.load.Distribution;
import java.util.SplittableRandom;

/** Times of one distribution in ns, from one generator; nothing is drawn where all are the same. */
final class DrawnTime {
  private static final double NS_PER_MS = 1e6;

  private final Distribution distribution;
  private final SplittableRandom random;
  private final boolean isConstant;
  private final long constantNs;

  DrawnTime(Distribution distribution, SplittableRandom random) {
    this.distribution = distribution;
    this.random = random;
    this.isConstant = distribution instanceof ConstantTime;
    this.constantNs = isConstant ? toNs(distribution.quantile(0)) : 0;
  }

  long nextNs() {
    return isConstant ? constantNs : toNs(distribution.sample(random));
  }

  private static long toNs(double ms) {
    return (long) (ms * NS_PER_MS + 0.5);
  }
}
