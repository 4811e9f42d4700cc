package dev.thaw.rules.concurrency;

import dev.thaw.invocation.ThrottleReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an invocation: it is admitted, or throttled by one of Lambda's limits.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html">Concurrency,
 *     and requests per second</a>
 */
public enum Admission {
  ADMITTED(null),
  /** The function's reserved concurrency is used up. */
  RESERVED_CONCURRENCY(ThrottleReason.RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED),
  /** More than ten requests per second for each unit of reserved concurrency. */
  RESERVED_RATE(ThrottleReason.RESERVED_FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED),
  /** The account's claimed concurrency is at its limit. */
  ACCOUNT_CONCURRENCY(ThrottleReason.CONCURRENT_INVOCATION_LIMIT_EXCEEDED),
  /** More than ten requests per second for each unit of the account's concurrency. */
  ACCOUNT_RATE(ThrottleReason.FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED),
  /**
   * The function grows faster than 1,000 environments per 10 s. Which Reason AWS gives is not
   * recorded anywhere; this one is our guess.
   */
  SCALING_RATE(ThrottleReason.FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED);

  private final @Nullable ThrottleReason reason;

  Admission(@Nullable ThrottleReason reason) {
    this.reason = reason;
  }

  /** The Reason of the 429; none when admitted. */
  public Optional<ThrottleReason> reason() {
    return Optional.ofNullable(reason);
  }
}
