package dev.thaw.model;

import java.time.Duration;
import java.util.HashSet;
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

  private static final Duration LONGEST = Duration.ofDays(36_500);
  private static final double MOST_NS = 0x1p62;

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
    requireDistinctNames(functions);
    requireCountable(accountConcurrency, duration, windows);
  }

  private static void requireDistinctNames(List<SimulatedFunction> functions) {
    var names = new HashSet<String>();
    for (var function : functions) {
      if (!names.add(function.name())) {
        throw new IllegalArgumentException("two functions are named " + function.name());
      }
    }
  }

  /** Nanoseconds of environments are summed up in a long for each window. */
  private static void requireCountable(int concurrency, Duration duration, int windows) {
    if (duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a scenario of %s is too long; at most %s can be simulated".formatted(duration, LONGEST));
    }
    if ((double) duration.toNanos() / windows * concurrency > MOST_NS) {
      throw new IllegalArgumentException(
          "%s of %d environments in %d windows cannot be summed up; use more windows"
              .formatted(duration, concurrency, windows));
    }
  }
}
