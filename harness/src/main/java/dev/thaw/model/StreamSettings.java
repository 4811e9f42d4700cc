package dev.thaw.model;

import dev.thaw.rules.stream.StreamMapping;
import java.time.Duration;

/**
 * A stream, what is put into it, and how the function takes it.
 *
 * @param mappedAfter how long after the load's start the mapping begins to read
 * @param recordBytes of each record
 * @param failureProbability with which an invocation fails, independently of all others
 * @param isWorkOfRecords whether a batch is as many pieces of work as it has records, or one
 */
public record StreamSettings(
    StreamMapping mapping,
    Duration mappedAfter,
    int shards,
    int recordBytes,
    boolean isWorkOfRecords,
    double failureProbability,
    StreamContent content) {
  private static final int MOST_BYTES = 10 << 20;

  public StreamSettings {
    if (mappedAfter.isNegative()) {
      throw new IllegalArgumentException(
          "a mapping does not begin before its load, by " + mappedAfter);
    }
    if (shards < 1) {
      throw new IllegalArgumentException("a stream has at least one shard, not " + shards);
    }
    if (recordBytes < 0 || recordBytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a record has 0 to %d bytes, not %d".formatted(MOST_BYTES, recordBytes));
    }
    Failures.requireProbability(failureProbability);
  }

  /** The same, whose mapping begins to read that long after the load's start. */
  public StreamSettings mappedAfter(Duration wait) {
    return new StreamSettings(
        mapping, wait, shards, recordBytes, isWorkOfRecords, failureProbability, content);
  }

  /** The same, whose batches are as many pieces of work as they have records. */
  public StreamSettings ofWorkOfRecords() {
    return new StreamSettings(
        mapping, mappedAfter, shards, recordBytes, true, failureProbability, content);
  }

  /** Records of 1 KB with 1,000 partition keys; a batch is one piece of work, and nothing fails. */
  public static StreamSettings of(StreamMapping mapping, int shards) {
    return new StreamSettings(
        mapping, Duration.ZERO, shards, 1_024, false, 0, new StreamContent.Drawn(1_000, 0, 0));
  }
}
