package dev.thaw.model;

import dev.thaw.load.ServiceTimes;
import dev.thaw.model.Draws.Purpose;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long one function's invocations take, drawn one after the other. The timeout cuts durations;
 * an init beyond its limit is broken off and repeated within the invocation.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">
 *     Lambda execution environment lifecycle</a>
 */
final class InvocationTimes {
  private static final long INIT_LIMIT_NS = Duration.ofSeconds(10).toNanos();

  private final DrawnTime hidden;
  private final DrawnTime init;
  private final DrawnTime coldDuration;
  private final DrawnTime warmDuration;
  private final DrawnTime roundTrip;
  private final DrawnTime provisionedHidden;
  private final DrawnTime provisionedInit;
  private final long timeoutNs;

  InvocationTimes(ServiceTimes times, @Nullable Duration timeout, Draws draws) {
    this.hidden = new DrawnTime(times.hidden(), draws.of(Purpose.HIDDEN));
    this.init = new DrawnTime(times.init(), draws.of(Purpose.INIT));
    this.coldDuration = new DrawnTime(times.coldDuration(), draws.of(Purpose.COLD_DURATION));
    this.warmDuration = new DrawnTime(times.warmDuration(), draws.of(Purpose.WARM_DURATION));
    this.roundTrip = new DrawnTime(times.roundTrip(), draws.of(Purpose.ROUND_TRIP));
    this.provisionedHidden = new DrawnTime(times.hidden(), draws.of(Purpose.PROVISIONED_HIDDEN));
    this.provisionedInit = new DrawnTime(times.init(), draws.of(Purpose.PROVISIONED_INIT));
    this.timeoutNs = timeout == null ? Long.MAX_VALUE : timeout.toNanos();
  }

  /**
   * A cold start.
   *
   * @param hiddenNs of no log line
   * @param initNs of the Init phase, whether it ended or was broken off
   * @param isInitBrokenOff then the duration has the init's second try
   * @param durationNs as REPORT has it, not yet cut by the timeout
   */
  record ColdStart(long hiddenNs, long initNs, boolean isInitBrokenOff, long durationNs) {
    /**
     * Of one that was broken off, nothing: a timeout's log of 2024-01-29 bills the 45 s of the
     * invocation and not the 10 s of init before. Whether that still holds is unconfirmed.
     */
    long billedInitNs() {
      return isInitBrokenOff ? 0 : initNs;
    }
  }

  /** An invocation of an environment whose runtime has served before. */
  long warmNs() {
    return warmDuration.nextNs();
  }

  /** The first invocation of an environment's new runtime, which it starts itself. */
  long suppressedInitNs() {
    return init.nextNs() + coldDuration.nextNs();
  }

  /** The first invocation of an environment. */
  ColdStart cold() {
    long hiddenNs = hidden.nextNs();
    long initNs = init.nextNs();
    return initNs <= INIT_LIMIT_NS
        ? new ColdStart(hiddenNs, initNs, false, coldDuration.nextNs())
        : new ColdStart(hiddenNs, INIT_LIMIT_NS, true, suppressedInitNs());
  }

  long roundTripNs() {
    return roundTrip.nextNs();
  }

  /** Before the init of a provisioned environment, for which nobody waits. */
  long provisionedHiddenNs() {
    return provisionedHidden.nextNs();
  }

  long provisionedInitNs() {
    return provisionedInit.nextNs();
  }

  boolean isTimeout(long durationNs) {
    return durationNs > timeoutNs;
  }

  long cut(long durationNs) {
    return Math.min(durationNs, timeoutNs);
  }
}
