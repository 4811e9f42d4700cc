package dev.thaw.rules.async;

import java.time.Duration;

/**
 * How Lambda handles a function's asynchronous events.
 *
 * @param maximumRetryAttempts how often a function error is retried: 0 to 2
 * @param maximumEventAge how long an event may wait: 60 s to 6 h
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html">
 *     PutFunctionEventInvokeConfig</a>
 */
public record EventInvokeConfig(int maximumRetryAttempts, Duration maximumEventAge) {
  private static final int MOST_RETRIES = 2;
  private static final Duration LEAST_AGE = Duration.ofMinutes(1);
  private static final Duration GREATEST_AGE = Duration.ofHours(6);

  /** What a function has when nobody configured it. */
  public static final EventInvokeConfig DEFAULT = new EventInvokeConfig(MOST_RETRIES, GREATEST_AGE);

  public EventInvokeConfig {
    if (maximumRetryAttempts < 0 || maximumRetryAttempts > MOST_RETRIES) {
      throw new IllegalArgumentException(
          "MaximumRetryAttempts of an event is 0 to 2, not " + maximumRetryAttempts);
    }
    if (maximumEventAge.compareTo(LEAST_AGE) < 0 || maximumEventAge.compareTo(GREATEST_AGE) > 0) {
      throw new IllegalArgumentException(
          "MaximumEventAgeInSeconds is 60 to 21600, not " + maximumEventAge.toSeconds());
    }
  }
}
