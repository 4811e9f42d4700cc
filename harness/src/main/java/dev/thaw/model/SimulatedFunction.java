package dev.thaw.model;

import dev.thaw.invocation.Memory;
import dev.thaw.load.ServiceTimes;
import dev.thaw.rules.environment.Retention;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of a {@link Scenario}: how long it takes, how long its environments are kept, what is
 * reserved and provisioned for it, and the load on it.
 *
 * @param timeout after which an invocation is ended; null for none
 */
public record SimulatedFunction(
    String name,
    Memory memory,
    ServiceTimes times,
    @Nullable Duration timeout,
    Retention retention,
    Concurrency concurrency,
    List<Load> loads) {
  public SimulatedFunction {
    loads = List.copyOf(loads);
    if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
      throw new IllegalArgumentException(
          "the timeout of %s must be positive, not %s".formatted(name, timeout));
    }
  }

  /** Without a timeout, and without reserved and provisioned concurrency. */
  public static SimulatedFunction of(
      String name, Memory memory, ServiceTimes times, Retention retention, Load load) {
    return new SimulatedFunction(
        name, memory, times, null, retention, Concurrency.ON_DEMAND, List.of(load));
  }
}
