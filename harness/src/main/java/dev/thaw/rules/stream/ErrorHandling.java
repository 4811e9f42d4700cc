package dev.thaw.rules.stream;

import dev.thaw.rules.Backoff;
import java.time.Duration;

/**
 * What a mapping does with a batch that failed.
 *
 * @param maximumRetryAttempts retries after function errors: 0 to 10,000, or -1 for no end
 * @param maximumRecordAgeSeconds after which a record is discarded: 60 to 604,800, or -1 for never
 * @param bisectBatchOnFunctionError whether a failed batch is split in two, which is no retry
 * @param reportBatchItemFailures whether the function's response tells which records failed
 * @param backoff waiting times before the retries of a batch; AWS publishes none
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html">
 *     Retaining discarded batch records</a>
 */
public record ErrorHandling(
    int maximumRetryAttempts,
    int maximumRecordAgeSeconds,
    boolean bisectBatchOnFunctionError,
    boolean reportBatchItemFailures,
    Backoff backoff) {
  /** No end of retries, or no age at which a record is discarded. */
  public static final int INFINITE = -1;

  /**
   * Unconfirmed, but it fits the one recording there is (localstack/localstack, {@code
   * test_kinesis_maximum_record_age_exceeded}, 2025-11-25): eight invocations in the 60 s that a
   * record may live, here after 0, 0.25, 0.75, ... and 31.75 s.
   */
  public static final Backoff ASSUMED_BACKOFF =
      new Backoff(Duration.ofMillis(250), Duration.ofMinutes(1));

  /** What a mapping has when nothing is said: the whole batch is retried until it succeeds. */
  public static final ErrorHandling DEFAULT =
      new ErrorHandling(INFINITE, INFINITE, false, false, ASSUMED_BACKOFF);

  private static final int MOST_RETRIES = 10_000;
  private static final int LEAST_AGE = 60;
  private static final int GREATEST_AGE = 604_800;

  public ErrorHandling {
    if (maximumRetryAttempts < INFINITE || maximumRetryAttempts > MOST_RETRIES) {
      throw new IllegalArgumentException(
          "MaximumRetryAttempts of a stream is -1 (infinite) to 10000, not "
              + maximumRetryAttempts);
    }
    boolean isAge = maximumRecordAgeSeconds >= LEAST_AGE && maximumRecordAgeSeconds <= GREATEST_AGE;
    if (maximumRecordAgeSeconds != INFINITE && !isAge) {
      throw new IllegalArgumentException(
          "MaximumRecordAgeInSeconds is -1 (infinite) or 60 to 604800, not "
              + maximumRecordAgeSeconds);
    }
  }

  /** So many retries, no age, nothing split or reported. */
  public static ErrorHandling retries(int maximumRetryAttempts) {
    return new ErrorHandling(maximumRetryAttempts, INFINITE, false, false, ASSUMED_BACKOFF);
  }

  boolean isExhaustedAfter(int invocations) {
    return maximumRetryAttempts != INFINITE && invocations > maximumRetryAttempts;
  }

  boolean isTooOld(StreamRecord record, long nowNs) {
    return maximumRecordAgeSeconds != INFINITE
        && nowNs - record.arrivedNs() >= maximumRecordAgeSeconds * 1_000_000_000L;
  }
}
