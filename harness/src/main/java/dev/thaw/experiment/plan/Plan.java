package dev.thaw.experiment.plan;

import dev.thaw.load.ServiceTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to: how much provisioned concurrency, and which memory, keeps a service level at the
 * least cost?
 *
 * @param choice which of the candidates it is, counted from 0; null if none keeps it
 */
public record Plan(
    String schema,
    String experiment,
    Slo slo,
    OfLoad load,
    Assumptions assumptions,
    BreakEven breakEven,
    List<OfCandidate> candidates,
    @Nullable Integer choice) {
  /** The version of its JSON form. */
  public static final String SCHEMA = "thaw-plan/1";

  public Plan {
    candidates = List.copyOf(candidates);
  }

  /**
   * What is sent.
   *
   * @param simulated how much of it was simulated for each point of a curve, in words
   */
  public record OfLoad(
      String arrivals, double requestsPerHour, String simulated, int replications, long seed) {}

  /** What holds for all candidates. */
  public record Assumptions(
      int accountConcurrency, String keepAlive, String maxLifetime, String prices) {}

  /** From which utilisation on a provisioned environment costs less than on demand. */
  public record BreakEven(double utilization, String formula, String source) {}

  /**
   * One candidate.
   *
   * @param times what an invocation takes
   * @param source where those times come from
   * @param origin who measured them, when, and what is assumed; empty where they are stated
   * @param chosen the cheapest point that keeps the service level; null if none does
   * @param binding a sentence: what keeps it from less provisioned concurrency, or from all limits
   * @param curve all points that were simulated, by provisioned concurrency
   */
  public record OfCandidate(
      String variant,
      int memoryMb,
      ServiceTimes times,
      String source,
      String origin,
      @Nullable Point chosen,
      String binding,
      List<Point> curve) {
    public OfCandidate {
      curve = List.copyOf(curve);
    }
  }
}
