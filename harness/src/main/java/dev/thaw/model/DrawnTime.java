package dev.thaw.model;

import dev.thaw.load.ConstantTime;
import dev.thaw.load.Distribution;
import java.util.SplittableRandom;

/**
 * Times of one distribution in ns, from one generator; nothing is drawn where all are the same.
 * They are drawn some at a time: a processor works on several draws at once when none is waited
 * for.
 */
final class DrawnTime {
  private static final double NS_PER_MS = 1e6;
  private static final int AHEAD = 64;

  private final Distribution distribution;
  private final SplittableRandom random;
  private final boolean isConstant;
  private final long constantNs;
  private final long[] ahead = new long[AHEAD];
  private int next = AHEAD;

  DrawnTime(Distribution distribution, SplittableRandom random) {
    this.distribution = distribution;
    this.random = random;
    this.isConstant = distribution instanceof ConstantTime;
    this.constantNs = isConstant ? toNs(distribution.quantile(0)) : 0;
  }

  long nextNs() {
    if (isConstant) {
      return constantNs;
    }
    if (next == AHEAD) {
      drawAhead();
    }
    return ahead[next++];
  }

  private void drawAhead() {
    for (int i = 0; i < AHEAD; i++) {
      ahead[i] = toNs(distribution.sample(random));
    }
    next = 0;
  }

  private static long toNs(double ms) {
    return (long) (ms * NS_PER_MS + 0.5);
  }
}
