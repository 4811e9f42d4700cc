package dev.thaw.model;

import dev.thaw.invocation.InitializationType;
import dev.thaw.load.ServiceTimes;
import dev.thaw.model.Draws.Purpose;
import dev.thaw.rules.environment.Course;
import dev.thaw.rules.environment.Initialization;
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
  private static final Duration NONE = Duration.ofDays(36_500);
  private static final long INIT_LIMIT_NS = Initialization.LIMIT.toNanos();

  private final DrawnTime hidden;
  private final DrawnTime init;
  private final DrawnTime coldDuration;
  private final DrawnTime warmDuration;
  private final DrawnTime roundTrip;
  private final DrawnTime provisionedHidden;
  private final DrawnTime provisionedInit;
  private final Initialization initialization;
  private final long timeoutNs;
  private int works = 1;

  InvocationTimes(ServiceTimes times, @Nullable Duration timeout, Draws draws) {
    this.hidden = new DrawnTime(times.hidden(), draws.of(Purpose.HIDDEN));
    this.init = new DrawnTime(times.init(), draws.of(Purpose.INIT));
    this.coldDuration = new DrawnTime(times.coldDuration(), draws.of(Purpose.COLD_DURATION));
    this.warmDuration = new DrawnTime(times.warmDuration(), draws.of(Purpose.WARM_DURATION));
    this.roundTrip = new DrawnTime(times.roundTrip(), draws.of(Purpose.ROUND_TRIP));
    this.provisionedHidden = new DrawnTime(times.hidden(), draws.of(Purpose.PROVISIONED_HIDDEN));
    this.provisionedInit = new DrawnTime(times.init(), draws.of(Purpose.PROVISIONED_INIT));
    this.initialization = new Initialization(timeout == null ? NONE : timeout);
    this.timeoutNs = initialization.timeout().toNanos();
  }

  /** The next invocations have so many pieces of work each, one after the other. */
  void works(int count) {
    works = count;
  }

  /** An invocation of an environment whose runtime has served before, not yet cut. */
  long warmNs() {
    return warmDuration.nextNs() + furtherWorkNs();
  }

  private long furtherWorkNs() {
    long furtherNs = 0;
    for (int work = 1; work < works; work++) {
      furtherNs += warmDuration.nextNs();
    }
    return furtherNs;
  }

  /** The first invocation after a reset, which starts the runtime itself. */
  Course afterReset() {
    return initialization.afterReset(init.nextNs(), coldDuration.nextNs() + furtherWorkNs());
  }

  /** What comes before the init of a new environment. */
  long hiddenNs() {
    return hidden.nextNs();
  }

  /** The first invocation of an environment. */
  Course cold() {
    long initNs = init.nextNs();
    long repeatedNs = initNs <= INIT_LIMIT_NS ? 0 : init.nextNs();
    return initialization.cold(initNs, repeatedNs, coldDuration.nextNs() + furtherWorkNs());
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

  /** After which that has failed. */
  long provisionedInitLimitNs() {
    return initialization.limit(InitializationType.PROVISIONED_CONCURRENCY).toNanos();
  }

  boolean isTimeout(long durationNs) {
    return durationNs > timeoutNs;
  }

  long cut(long durationNs) {
    return Math.min(durationNs, timeoutNs);
  }
}
