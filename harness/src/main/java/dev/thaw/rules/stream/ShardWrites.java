package dev.thaw.rules.stream;

/**
 * What one shard of a provisioned Kinesis stream takes: 1,000 records and 1 MB per second; more is
 * a {@code ProvisionedThroughputExceededException}. A record of more than 1 MB is taken when the
 * shard has taken nothing for long enough, and has to be worked off then: how AWS handles such
 * bursts is unconfirmed.
 *
 * <p>Not thread-safe; instants are nanoseconds of any clock that only goes forward.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html">
 *     Kinesis quotas</a>
 */
public final class ShardWrites {
  private static final double RECORDS_PER_SECOND = 1_000;
  private static final double BYTES_PER_SECOND = 1 << 20;
  private static final double NS_PER_SECOND = 1e9;

  private double records = RECORDS_PER_SECOND;
  private double bytes = BYTES_PER_SECOND;
  private long filledNs;

  public ShardWrites(long nowNs) {
    this.filledNs = nowNs;
  }

  /** Takes a record; false, and nothing taken, when that is too much. */
  public boolean put(int recordBytes, long nowNs) {
    double seconds = (nowNs - filledNs) / NS_PER_SECOND;
    filledNs = nowNs;
    records = Math.min(RECORDS_PER_SECOND, records + seconds * RECORDS_PER_SECOND);
    bytes = Math.min(BYTES_PER_SECOND, bytes + seconds * BYTES_PER_SECOND);
    if (records < 1 || bytes < Math.min(recordBytes, BYTES_PER_SECOND)) {
      return false;
    }
    records--;
    bytes -= recordBytes;
    return true;
  }
}
