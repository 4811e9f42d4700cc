package dev.thaw.experiment.bench;

import dev.thaw.invocation.Memory;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import dev.thaw.model.Load;
import dev.thaw.model.Scenario;
import dev.thaw.model.SimulatedFunction;
import dev.thaw.rules.environment.KeepAlive;
import dev.thaw.rules.environment.Placement;
import dev.thaw.rules.environment.Retention;
import java.time.Duration;
import java.util.List;

/**
 * What the model's speed is measured with: SimFaaS's own examples (Mahmoudi and Khazaei, 2021) of
 * Poisson arrivals, exponential times and a keep-alive of ten minutes.
 */
enum ModelCase {
  /** About eight environments. */
  A("poisson 0.9/s for 604800 s", 1_000),
  /** About 250 environments. */
  C2("poisson 100/s for 5000 s", 1_000),
  /** Full all the time: one of six is throttled. */
  D("poisson 10/s for 50000 s", 20);

  private static final int WINDOWS = 200;
  private static final long SEED = 1;

  private final String arrivals;
  private final int accountConcurrency;

  ModelCase(String arrivals, int accountConcurrency) {
    this.arrivals = arrivals;
    this.accountConcurrency = accountConcurrency;
  }

  ArrivalProcess arrivals() {
    return ArrivalProcess.parse(arrivals);
  }

  Distribution warmTime() {
    return Distribution.parse("exponential 1991 ms");
  }

  Scenario scenario() {
    var times = ServiceTimes.ofDurations(Distribution.parse("exponential 2244 ms"), warmTime());
    var retention =
        new Retention(
            KeepAlive.fixed(Duration.ofMinutes(10)),
            Retention.UNLIMITED,
            Placement.MOST_RECENTLY_USED);
    var function =
        SimulatedFunction.of(
            name(), new Memory(128), times, retention, Load.Sync.of(arrivals(), SEED));
    return new Scenario(
        accountConcurrency, List.of(function), arrivals().duration(), WINDOWS, SEED);
  }
}
