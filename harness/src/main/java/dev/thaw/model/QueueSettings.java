package dev.thaw.model;

import java.time.Duration;

/**
 * An SQS queue that Lambda reads for a function, message by message: so many invocations at a time,
 * and a throttled message comes back when it is visible again. Lambda itself takes 2 to 1,000 as
 * maximum concurrency; 1 is allowed here.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html">Scaling of
 *     SQS event source mappings</a>
 */
public record QueueSettings(int maximumConcurrency, Duration visibilityTimeout) {
  private static final int MOST = 1_000;
  private static final Duration DEFAULT_VISIBILITY = Duration.ofSeconds(30);

  public QueueSettings {
    if (maximumConcurrency < 1 || maximumConcurrency > MOST) {
      throw new IllegalArgumentException(
          "MaximumConcurrency of a queue is 1 to 1000, not " + maximumConcurrency);
    }
    if (visibilityTimeout.isNegative() || visibilityTimeout.isZero()) {
      throw new IllegalArgumentException(
          "a queue's visibility timeout must be positive, not " + visibilityTimeout);
    }
  }

  /** With the visibility timeout that a new queue has. */
  public static QueueSettings of(int maximumConcurrency) {
    return new QueueSettings(maximumConcurrency, DEFAULT_VISIBILITY);
  }
}
