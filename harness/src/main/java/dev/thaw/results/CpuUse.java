package dev.thaw.results;

/**
 * How busy the machine's processors were for a while.
 *
 * @param fromNs nanoseconds since the epoch
 * @param busy the share of all processors' time that was used by anything, 0 to 1
 */
public record CpuUse(long fromNs, long toNs, double busy) {
  /** From here on some wait for others. */
  private static final double FULL = 0.95;

  boolean isFull() {
    return busy >= FULL;
  }
}
