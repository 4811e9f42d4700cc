package dev.thaw.results;

import org.jspecify.annotations.Nullable;

/**
 * A piece of load that went out in one go, and whether it counts: a warm-up, or a cycle that held a
 * sample of the wrong temperature, is kept in the files but left out of every figure.
 */
public record Stretch(
    String phase,
    String variant,
    long firstIndex,
    long count,
    boolean isKept,
    @Nullable String reason) {
  /** The reason of a stretch that was never meant to count. */
  public static final String WARM_UP = "warm-up";

  boolean holds(long index) {
    return firstIndex <= index && index < firstIndex + count;
  }
}
