package dev.thaw.rules.environment;

import dev.thaw.invocation.InitializationType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * How long an environment may take to initialise, and the course of the invocation that waits for
 * it. Times are ns; those of handlers are what they would take without a timeout. Courses are for
 * who knows the times beforehand, as the model does; the engine's environments come to the same by
 * what happens to them, within the same limits.
 *
 * @param timeout the function's
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">
 *     Lambda execution environment lifecycle</a>
 */
public record Initialization(Duration timeout) {
  /** The limit of the Init phase on demand; an init beyond it is repeated in the invocation. */
  public static final Duration LIMIT = Duration.ofSeconds(10);

  /** The least limit of an init that no caller waits for. */
  public static final Duration AHEAD_LIMIT = Duration.ofSeconds(130);

  /** The limit of restoring a snapshot. */
  public static final Duration RESTORE_LIMIT = Duration.ofSeconds(10);

  /** How long the Init phase may take. */
  public Duration limit(InitializationType type) {
    if (type == InitializationType.ON_DEMAND) {
      return LIMIT;
    }
    return timeout.compareTo(AHEAD_LIMIT) > 0 ? timeout : AHEAD_LIMIT;
  }

  /** An invocation of an initialised environment. */
  public Course warm(long handlerNs) {
    return invoke(List.of(), OptionalLong.empty(), 0, handlerNs);
  }

  /**
   * The first invocation of an environment on demand: its Init phase comes first. One beyond the
   * limit is broken off there and repeated within the invocation, under the function's timeout.
   */
  public Course cold(long initNs, long repeatedInitNs, long handlerNs) {
    if (initNs <= LIMIT.toNanos()) {
      return invoke(List.of(), OptionalLong.of(initNs), initNs, handlerNs);
    }
    var overrun = new InitReport(InitReport.Phase.INIT, LIMIT.toNanos());
    return initialiseInside(List.of(overrun), repeatedInitNs, handlerNs);
  }

  /**
   * The first invocation after a reset: its init is suppressed, that is, part of its Duration. That
   * a log in the new format counts it there is unconfirmed.
   */
  public Course afterReset(long initNs, long handlerNs) {
    return initialiseInside(List.of(), initNs, handlerNs);
  }

  /**
   * The first invocation of a restored snapshot; it does not begin when restoring takes too long.
   */
  public Course restored(long restoreNs, long handlerNs) {
    long limitNs = RESTORE_LIMIT.toNanos();
    return restoreNs > limitNs
        ? new Course(List.of(), OptionalLong.of(limitNs), 0, limitNs, InvocationEnd.RESTORE_TIMEOUT)
        : invoke(List.of(), OptionalLong.of(restoreNs), restoreNs, handlerNs);
  }

  private Course initialiseInside(List<InitReport> before, long initNs, long handlerNs) {
    long beforeNs = before.stream().mapToLong(InitReport::durationNs).sum();
    if (initNs < timeout.toNanos()) {
      return invoke(before, OptionalLong.empty(), beforeNs, initNs + handlerNs);
    }
    var reports = new ArrayList<>(before);
    reports.add(new InitReport(InitReport.Phase.INVOKE, timeout.toNanos()));
    return invoke(reports, OptionalLong.empty(), beforeNs, initNs + handlerNs);
  }

  /** The function's timeout cuts the Duration, and begins with it. */
  private Course invoke(
      List<InitReport> reports, OptionalLong initNs, long beforeNs, long durationNs) {
    long cutNs = Math.min(durationNs, timeout.toNanos());
    var end = durationNs > cutNs ? InvocationEnd.TIMEOUT : InvocationEnd.SUCCESS;
    return new Course(reports, initNs, cutNs, beforeNs + cutNs, end);
  }
}
