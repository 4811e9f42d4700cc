package dev.thaw.rules.price;

import java.util.Map;

/**
 * A Kinesis data stream's month.
 *
 * @see <a href="https://aws.amazon.com/kinesis/data-streams/pricing/">Pricing</a>
 */
public record KinesisUsage(Map<Item, Double> amounts) implements Usage {
  private static final double BYTES_PER_GB = 1024.0 * 1024 * 1024;
  private static final long PUT_UNIT_BYTES = 25 * 1024;
  private static final long ON_DEMAND_STEP_BYTES = 1024;

  public KinesisUsage {
    amounts = Map.copyOf(amounts);
  }

  /** Shards for those hours, and records that were put; reading two MB/s per shard is free. */
  public static KinesisUsage provisioned(double shardHours, long records, long recordBytes) {
    return new KinesisUsage(
        Map.of(
            Item.KINESIS_SHARD_HOUR,
            shardHours,
            Item.KINESIS_PUT_UNIT,
            (double) records * putUnits(recordBytes)));
  }

  /** PUT payload units of a record: one for each 25 KB (of 1,024 bytes) begun. */
  public static long putUnits(long recordBytes) {
    return Math.max(1, steps(recordBytes, PUT_UNIT_BYTES));
  }

  /** Consumers with a read rate of their own. */
  public static KinesisUsage fanOut(double consumerShardHours, double bytesRead) {
    return new KinesisUsage(
        Map.of(
            Item.KINESIS_FAN_OUT_SHARD_HOUR,
            consumerShardHours,
            Item.KINESIS_FAN_OUT_GB,
            bytesRead / BYTES_PER_GB));
  }

  /** A stream without shards to choose: hours, records put (each up to a whole KB), bytes read. */
  public static KinesisUsage onDemand(
      double streamHours, long records, long recordBytes, double bytesRead) {
    double stepsPut = (double) records * Math.max(1, steps(recordBytes, ON_DEMAND_STEP_BYTES));
    return new KinesisUsage(
        Map.of(
            Item.KINESIS_ON_DEMAND_STREAM_HOUR,
            streamHours,
            Item.KINESIS_ON_DEMAND_GB_IN,
            stepsPut * ON_DEMAND_STEP_BYTES / BYTES_PER_GB,
            Item.KINESIS_ON_DEMAND_GB_OUT,
            bytesRead / BYTES_PER_GB));
  }

  private static long steps(long bytes, long step) {
    return -Math.floorDiv(-bytes, step);
  }
}
