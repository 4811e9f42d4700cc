package dev.thaw.model;

import java.time.Duration;
import java.util.List;

/**
 * What is simulated: functions that share one account, for so long. Everything that is drawn comes
 * from the seed, so the same scenario always has the same outcome, bit for bit.
 *
 * @param accountConcurrency the account's limit of concurrent executions
 * @param functions at least one; their names differ
 * @param duration when the simulation ends, arrivals or not; later arrivals are not simulated
 * @param windows into how many windows of equal length the time series are cut
 */
public record Scenario(
    int accountConcurrency,
    List<SimulatedFunction> functions,
    Duration duration,
    int windows,
    long seed) {
  /** Enough for a plot. */
  public static final int DEFAULT_WINDOWS = 200;

  public Scenario {
    functions = List.copyOf(functions);
    if (functions.isEmpty()) {
      throw new IllegalArgumentException("a scenario needs at least one function");
    }
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("a scenario's duration must be positive: " + duration);
    }
    if (windows < 1) {
      throw new IllegalArgumentException("a scenario needs at least one window, not " + windows);
    }
  }
}
