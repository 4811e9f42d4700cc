package dev.thaw.rules.stream;

/** What one read of a shard can bring, and at which rate bytes can be read from it. */
record ReadLimits(int records, int bytes, int bytesPerSecond) {
  private static final long LEAST_INTERVAL_NS = 200_000_000;
  private static final long NS_PER_SECOND = 1_000_000_000;

  /** How long after a read of so many bytes the shard can be read again. */
  long pauseNs(long readBytes) {
    return Math.max(LEAST_INTERVAL_NS, readBytes * NS_PER_SECOND / bytesPerSecond);
  }
}
