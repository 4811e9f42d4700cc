package dev.thaw.rules;

import dev.thaw.invocation.ThrottleReason;
import java.util.Optional;

/**
 * An account's concurrency in a region: invocations that are running count, and one more than the
 * limit is throttled, never queued.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html">Concurrency</a>
 */
public final class AccountConcurrency {
  /** What an account has by default; new ones are given less and raised by use. */
  public static final int DEFAULT_LIMIT = 1_000;

  private final int limit;
  private int running;

  public AccountConcurrency(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("an account's concurrency is at least 1, not " + limit);
    }
    this.limit = limit;
  }

  /** Counts one invocation more; why not, if it is throttled. */
  public Optional<ThrottleReason> start() {
    if (running == limit) {
      return Optional.of(ThrottleReason.CONCURRENT_INVOCATION_LIMIT_EXCEEDED);
    }
    running++;
    return Optional.empty();
  }

  /** An invocation that was started has ended. */
  public void end() {
    if (running == 0) {
      throw new IllegalStateException("no invocation is running");
    }
    running--;
  }
}
