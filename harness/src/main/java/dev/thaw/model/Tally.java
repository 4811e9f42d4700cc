package dev.thaw.model;

import dev.thaw.rules.concurrency.Admission;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many invocations arrived, and what became of them: arrivals = cold + warm + provisioned +
 * throttled.
 *
 * @param provisioned served by provisioned concurrency
 * @param timeouts of those that were served, how many ran into the function's timeout
 */
public record Tally(
    long arrivals,
    long cold,
    long warm,
    long provisioned,
    Map<Admission, Long> throttles,
    long timeouts) {
  public Tally {
    var inOrder = new EnumMap<Admission, Long>(Admission.class);
    inOrder.putAll(throttles);
    throttles = Collections.unmodifiableMap(inOrder);
  }

  /** Both together. */
  Tally plus(Tally other) {
    var both = new EnumMap<Admission, Long>(Admission.class);
    both.putAll(throttles);
    other.throttles.forEach((limit, count) -> both.merge(limit, count, Long::sum));
    return new Tally(
        arrivals + other.arrivals,
        cold + other.cold,
        warm + other.warm,
        provisioned + other.provisioned,
        both,
        timeouts + other.timeouts);
  }

  public long throttled() {
    return throttles.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Those that were answered with more than a throttle. */
  public long served() {
    return cold + warm + provisioned;
  }

  /** Cold starts among those that were served; NaN when none was. */
  public double coldShare() {
    return (double) cold / served();
  }

  /** Throttled among all; NaN when nothing arrived. */
  public double throttledShare() {
    return (double) throttled() / arrivals;
  }
}
