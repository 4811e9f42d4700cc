package dev.thaw.model;

import dev.thaw.rules.stream.StreamMapping;

/**
 * A stream, what is put into it, and how the function takes it.
 *
 * @param partitionKeys how many there are, each equally likely
 * @param recordBytes of each record
 * @param failureProbability with which an invocation fails, independently of all others
 * @param isWorkOfRecords whether a batch is as many pieces of work as it has records, or one
 * @param poisonProbability with which a record makes every batch fail that it is in
 */
public record StreamSettings(
    StreamMapping mapping,
    int shards,
    int partitionKeys,
    int recordBytes,
    boolean isWorkOfRecords,
    double failureProbability,
    double poisonProbability) {
  private static final int MOST_BYTES = 10 << 20;

  public StreamSettings {
    if (shards < 1) {
      throw new IllegalArgumentException("a stream has at least one shard, not " + shards);
    }
    if (partitionKeys < 1) {
      throw new IllegalArgumentException(
          "a stream's records have at least one partition key, not " + partitionKeys);
    }
    if (recordBytes < 0 || recordBytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a record has 0 to %d bytes, not %d".formatted(MOST_BYTES, recordBytes));
    }
    Failures.requireProbability(failureProbability);
    Failures.requireProbability(poisonProbability);
  }

  /** The same, whose batches are as many pieces of work as they have records. */
  public StreamSettings ofWorkOfRecords() {
    return new StreamSettings(
        mapping, shards, partitionKeys, recordBytes, true, failureProbability, poisonProbability);
  }

  /** Records of 1 KB with 1,000 partition keys; a batch is one piece of work, and nothing fails. */
  public static StreamSettings of(StreamMapping mapping, int shards) {
    return new StreamSettings(mapping, shards, 1_000, 1_024, false, 0, 0);
  }
}
