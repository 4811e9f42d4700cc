package dev.thaw.rules.async;

import dev.thaw.rules.Backoff;
import dev.thaw.rules.async.Verdict.Leave;
import dev.thaw.rules.async.Verdict.Retry;
import java.time.Duration;

/**
 * What happens to an asynchronous event after each attempt. A function error is retried after one
 * minute and then after two. A throttle or an error of Lambda's own puts the event back for 1 s up
 * to 5 min, and does not count as a retry. An event whose next attempt would come at or after its
 * maximum age is given up at once (recorded: with 60 s after one invocation, with 90 s after two).
 *
 * <p>Unconfirmed: AWS names the ends of the back-off but not its curve, for which doubling is
 * assumed, nor whether an invocation in between resets it, as is assumed here; that with a long
 * queue AWS waits longer and reads more slowly is not modelled; which condition is given when both
 * retries and age are used up (here: RetriesExhausted).
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html">
 *     How Lambda handles errors and retries with asynchronous invocation</a>
 */
public record RetryPolicy(EventInvokeConfig config, Backoff pushback) {
  /** The curve between AWS's two ends that is assumed. */
  public static final Backoff ASSUMED_PUSHBACK =
      new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

  private static final long AFTER_FIRST_ERROR_NS = Duration.ofMinutes(1).toNanos();
  private static final long AFTER_SECOND_ERROR_NS = Duration.ofMinutes(2).toNanos();

  public static RetryPolicy of(EventInvokeConfig config) {
    return new RetryPolicy(config, ASSUMED_PUSHBACK);
  }

  /** Whether an event has been waiting so long that it is not worth an attempt any more. */
  public boolean isTooOld(QueuedEvent<?> event, long nowNs) {
    return event.ageNs(nowNs) >= config.maximumEventAge().toNanos();
  }

  /** What happens to an event that was attempted. */
  public Verdict after(QueuedEvent<?> event, Attempt attempt, long nowNs) {
    int invocations = event.invocations();
    return switch (attempt) {
      case SUCCEEDED -> new Leave(Condition.SUCCESS, invocations + 1);
      case FUNCTION_ERROR -> afterError(event, invocations + 1, nowNs);
      case THROTTLED, SYSTEM_ERROR ->
          retryIn(pushback.delayNs(event.pushbacks()), event, invocations, nowNs);
      case ZERO_RESERVED_CONCURRENCY -> new Leave(Condition.ZERO_RESERVED_CONCURRENCY, invocations);
      case TOO_OLD -> new Leave(Condition.EVENT_AGE_EXCEEDED, invocations);
    };
  }

  private Verdict afterError(QueuedEvent<?> event, int invocations, long nowNs) {
    if (invocations > config.maximumRetryAttempts()) {
      return new Leave(Condition.RETRIES_EXHAUSTED, invocations);
    }
    long delayNs = invocations == 1 ? AFTER_FIRST_ERROR_NS : AFTER_SECOND_ERROR_NS;
    return retryIn(delayNs, event, invocations, nowNs);
  }

  private Verdict retryIn(long delayNs, QueuedEvent<?> event, int invocations, long nowNs) {
    long atNs = nowNs + delayNs;
    return isTooOld(event, atNs)
        ? new Leave(Condition.EVENT_AGE_EXCEEDED, invocations)
        : new Retry(atNs);
  }
}
