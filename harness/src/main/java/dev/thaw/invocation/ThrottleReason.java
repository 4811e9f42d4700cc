package dev.thaw.invocation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * Why Lambda answered 429: the {@code Reason} of a {@code TooManyRequestsException}.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
public enum ThrottleReason {
  CONCURRENT_INVOCATION_LIMIT_EXCEEDED("ConcurrentInvocationLimitExceeded"),
  FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED("FunctionInvocationRateLimitExceeded"),
  RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED(
      "ReservedFunctionConcurrentInvocationLimitExceeded"),
  RESERVED_FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED("ReservedFunctionInvocationRateLimitExceeded"),
  CALLER_RATE_LIMIT_EXCEEDED("CallerRateLimitExceeded"),
  CONCURRENT_SNAPSHOT_CREATE_LIMIT_EXCEEDED("ConcurrentSnapshotCreateLimitExceeded");

  private final String wire;

  ThrottleReason(String wire) {
    this.wire = wire;
  }

  /** The reason as Lambda spells it. */
  @JsonValue
  public String wire() {
    return wire;
  }

  /** Reads Lambda's spelling; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static ThrottleReason of(String wire) {
    return find(wire)
        .orElseThrow(() -> new IllegalArgumentException("unknown throttle reason: " + wire));
  }

  /** The reason of that spelling, if Lambda has one. */
  public static Optional<ThrottleReason> find(String wire) {
    for (var reason : values()) {
      if (reason.wire.equals(wire)) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }
}
