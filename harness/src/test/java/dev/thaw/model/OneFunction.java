package dev.thaw.model;

import dev.thaw.invocation.Memory;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.PoissonArrivals;
import dev.thaw.load.ServiceTimes;
import dev.thaw.rules.environment.KeepAlive;
import dev.thaw.rules.environment.Placement;
import dev.thaw.rules.environment.Retention;
import java.time.Duration;
import java.util.List;

/**
 * A function alone in its account, in the notation of queueing theory: times in seconds.
 *
 * @param limit the account's concurrency
 * @param provisioned its provisioned concurrency
 */
record OneFunction(ServiceTimes times, Retention retention, int limit, int provisioned) {
  /** More than any of these scenarios ever has, so that nothing is throttled. */
  static final int UNLIMITED = 10_000;

  /** Kept for ever. */
  static final double FOR_EVER = Double.POSITIVE_INFINITY;

  /** Kept for a fixed time, most recently used first, on demand. */
  static OneFunction keptFor(double keepAlive, Shape shape, double warm, double cold) {
    var kept = keepAlive == FOR_EVER ? Retention.UNLIMITED : seconds(keepAlive);
    return new OneFunction(
        ServiceTimes.ofDurations(shape.ofMean(cold), shape.ofMean(warm)),
        new Retention(KeepAlive.fixed(kept), Retention.UNLIMITED, Placement.MOST_RECENTLY_USED),
        UNLIMITED,
        0);
  }

  OneFunction with(Retention other) {
    return new OneFunction(times, other, limit, provisioned);
  }

  OneFunction with(KeepAlive other) {
    return with(new Retention(other, retention.lifetime(), retention.placement()));
  }

  OneFunction with(Placement other) {
    return with(new Retention(retention.keepAlive(), retention.lifetime(), other));
  }

  OneFunction limitedTo(int other) {
    return new OneFunction(times, retention, other, provisioned);
  }

  OneFunction provisionedWith(int other) {
    return new OneFunction(times, retention, limit, other);
  }

  /** Under Poisson arrivals for so long, cut into windows. */
  FunctionOutcome poisson(double rate, double seconds, int windows, long seed) {
    return under(new PoissonArrivals(rate, seconds(seconds)), seconds, windows, seed);
  }

  FunctionOutcome under(ArrivalProcess arrivals, double seconds, int windows, long seed) {
    return under(List.of(Load.Sync.of(arrivals, seed)), seconds, windows, seed);
  }

  FunctionOutcome under(List<Load> loads, double seconds, int windows, long seed) {
    var function =
        new SimulatedFunction(
            "f",
            new Memory(128),
            times,
            null,
            retention,
            new Concurrency(null, provisioned),
            loads);
    // Another seed than the arrivals', whose generator would draw the same numbers.
    var scenario = new Scenario(limit, List.of(function), seconds(seconds), windows, ~seed);
    return Simulation.run(scenario).functions().get(0);
  }

  static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
