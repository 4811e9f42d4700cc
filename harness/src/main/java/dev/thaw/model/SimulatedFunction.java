package dev.thaw.model;

import dev.thaw.invocation.Memory;
import dev.thaw.load.ServiceTimes;
import dev.thaw.rules.environment.Retention;
import java.util.List;

/**
 * A function of a {@link Scenario}: how long it takes, how long its environments are kept, what is
 * reserved and provisioned for it, and the load on it.
 */
public record SimulatedFunction(
    String name,
    Memory memory,
    ServiceTimes times,
    Retention retention,
    Concurrency concurrency,
    List<Load> loads) {
  public SimulatedFunction {
    loads = List.copyOf(loads);
  }

  /** The same without reserved and provisioned concurrency. */
  public static SimulatedFunction of(
      String name, Memory memory, ServiceTimes times, Retention retention, Load load) {
    return new SimulatedFunction(
        name, memory, times, retention, Concurrency.ON_DEMAND, List.of(load));
  }
}
