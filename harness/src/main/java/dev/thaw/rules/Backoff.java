package dev.thaw.rules;

import java.time.Duration;

/** Waiting times that double with every step, from the first up to the most. */
public record Backoff(Duration first, Duration most) {
  private static final int LARGEST_SHIFT = 62;

  public Backoff {
    if (first.isNegative() || first.isZero() || most.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "a back-off from %s to %s: it starts above zero and does not shrink"
              .formatted(first, most));
    }
  }

  /** How long to wait at a step, in ns; the first step is 0. */
  public long delayNs(int step) {
    if (step < 0) {
      throw new IllegalArgumentException("a back-off's steps start at 0, not " + step);
    }
    long firstNs = first.toNanos();
    long mostNs = most.toNanos();
    int shift = Math.min(step, LARGEST_SHIFT);
    // Shifting the cap down instead of the first up cannot overflow.
    return mostNs >> shift < firstNs ? mostNs : firstNs << shift;
  }
}
