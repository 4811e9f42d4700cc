package dev.thaw.rules.stream;

/**
 * What clients can read from one shard of a Kinesis stream: five times per second, and 2 MB per
 * second; more is a {@code ProvisionedThroughputExceededException}. A read of more than 2 MB keeps
 * the shard busy until that rate has caught up, five seconds for the 10 MB that a read can bring.
 *
 * <p>Not thread-safe; instants are nanoseconds of any clock that only goes forward.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html">
 *     Kinesis quotas</a>
 */
public final class ShardReads {
  private static final double READS_PER_SECOND = 5;
  private static final double BYTES_PER_SECOND = 2 << 20;
  private static final double NS_PER_SECOND = 1e9;

  private double reads = READS_PER_SECOND;
  private double owedBytes;
  private long filledNs;
  private long busyUntilNs;

  public ShardReads(long nowNs) {
    this.filledNs = nowNs;
    this.busyUntilNs = nowNs;
  }

  /** Takes a read; false when that is too much. */
  public boolean read(long nowNs) {
    double seconds = (nowNs - filledNs) / NS_PER_SECOND;
    filledNs = nowNs;
    reads = Math.min(READS_PER_SECOND, reads + seconds * READS_PER_SECOND);
    owedBytes = Math.max(0, owedBytes - seconds * BYTES_PER_SECOND);
    if (reads < 1 || nowNs - busyUntilNs < 0 || owedBytes >= BYTES_PER_SECOND) {
      return false;
    }
    reads--;
    return true;
  }

  /** What the read brought. */
  public void took(long bytes, long nowNs) {
    owedBytes += bytes;
    if (bytes > BYTES_PER_SECOND) {
      busyUntilNs = nowNs + (long) (bytes / BYTES_PER_SECOND * NS_PER_SECOND);
    }
  }
}
