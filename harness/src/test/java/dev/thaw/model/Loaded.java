package dev.thaw.model;

import dev.thaw.invocation.Memory;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import dev.thaw.rules.environment.KeepAlive;
import dev.thaw.rules.environment.Placement;
import dev.thaw.rules.environment.Retention;
import java.time.Duration;
import java.util.List;

/** Simulations of one function with one load, whose cold and warm durations are alike. */
final class Loaded {
  private static final Retention TEN_MINUTES =
      new Retention(
          KeepAlive.fixed(Duration.ofMinutes(10)),
          Retention.UNLIMITED,
          Placement.MOST_RECENTLY_USED);

  private Loaded() {}

  /** A function that nothing is set aside for, in an account of so many. */
  static FunctionOutcome run(Load load, String duration, int account, Duration simulated) {
    return run(load, duration, account, Concurrency.ON_DEMAND, simulated);
  }

  static FunctionOutcome run(
      Load load, String duration, int account, Concurrency concurrency, Duration simulated) {
    var time = Distribution.parse(duration);
    var function =
        new SimulatedFunction(
            "f",
            new Memory(1024),
            ServiceTimes.ofDurations(time, time),
            null,
            TEN_MINUTES,
            concurrency,
            List.of(load));
    var scenario = new Scenario(account, List.of(function), simulated, 10, load.seed());
    return Simulation.run(scenario).functions().get(0);
  }

  /** What became of its load, when that is one that nobody waits for. */
  static <T extends QueuedOutcome> T queued(FunctionOutcome outcome, Class<T> type) {
    return type.cast(outcome.queued().get(0));
  }
}
