package dev.thaw.rules.stream;

import java.time.Duration;

/**
 * How records are gathered into invocations.
 *
 * @param batchSize records in an invocation: 1 to 10,000
 * @param window how long to gather for a full batch: 0 to 300 s
 * @param parallelizationFactor batches of a shard that are processed at the same time: 1 to 10
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html#invocation-eventsourcemapping-batching">
 *     Batching behaviour</a>
 */
public record Batching(int batchSize, Duration window, int parallelizationFactor) {
  /** What a batch's records can weigh together: Lambda's limit of a synchronous payload. */
  public static final int MOST_BYTES = 6 << 20;

  private static final int MOST_RECORDS = 10_000;
  private static final Duration LONGEST_WINDOW = Duration.ofMinutes(5);
  private static final int MOST_PARALLEL = 10;

  /** What a mapping has when nothing is said: 100 records, no waiting, one batch at a time. */
  public static final Batching DEFAULT = of(100);

  public Batching {
    if (batchSize < 1 || batchSize > MOST_RECORDS) {
      throw new IllegalArgumentException("BatchSize is 1 to 10000, not " + batchSize);
    }
    if (window.isNegative() || window.compareTo(LONGEST_WINDOW) > 0) {
      throw new IllegalArgumentException(
          "MaximumBatchingWindowInSeconds is 0 to 300, not " + window.toSeconds());
    }
    if (parallelizationFactor < 1 || parallelizationFactor > MOST_PARALLEL) {
      throw new IllegalArgumentException(
          "ParallelizationFactor is 1 to 10, not " + parallelizationFactor);
    }
  }

  /** No waiting, one batch at a time. */
  public static Batching of(int batchSize) {
    return new Batching(batchSize, Duration.ZERO, 1);
  }
}
