package dev.thaw.experiment.replay;

import dev.thaw.stats.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the model says of a trace's functions, sharing one account.
 *
 * @param counted what of it counts; empty where all does
 * @param functions the most invoked first
 */
public record Replayed(
    String schema,
    String trace,
    String counted,
    double hours,
    Assumptions assumptions,
    int replications,
    OfFunction sum,
    List<OfFunction> functions) {
  /** The version of its JSON form. */
  public static final String SCHEMA = "thaw-replay/1";

  public Replayed {
    functions = List.copyOf(functions);
  }

  /**
   * What the trace does not say, and was taken for granted.
   *
   * @param memoryMb null where functions differ
   */
  public record Assumptions(
      @Nullable Integer memoryMb,
      String times,
      String warm,
      int accountConcurrency,
      String keepAlive,
      String maxLifetime,
      String prices,
      long seed) {}

  /**
   * One function, or all together.
   *
   * @param p99 client latency in ms; null for all together
   * @param environments their mean over the trace, the provisioned ones not counted
   * @param usd the cost of the whole trace
   */
  public record OfFunction(
      String function,
      @Nullable Estimate invocations,
      @Nullable Estimate coldShare,
      @Nullable Estimate throttledShare,
      @Nullable Estimate p99,
      @Nullable Estimate environments,
      @Nullable Estimate usd) {}
}
