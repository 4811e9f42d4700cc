package dev.thaw.experiment.plan;

import dev.thaw.load.ServiceTimes;
import dev.thaw.stats.Estimate;
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
   * @param simulated what each replication simulates of it, in words
   */
  public record OfLoad(String arrivals, double requestsPerHour, String simulated, long seed) {}

  /** What holds for all candidates. */
  public record Assumptions(
      int accountConcurrency, String keepAlive, String maxLifetime, String prices) {}

  /** From which utilisation on a provisioned environment costs less than on demand. */
  public record BreakEven(double utilization, String formula, String source) {}

  /**
   * What Application Auto Scaling's target tracking would do instead.
   *
   * @param target the utilisation that it keeps
   * @param provisioned how much it provisions, on average over time
   * @param point what comes of it, with the least that it may provision
   */
  public record Tracked(double target, Estimate provisioned, Point point) {}

  /**
   * One candidate.
   *
   * @param times what an invocation takes
   * @param source where those times come from
   * @param origin who measured them, when, and what is assumed; empty where they are stated
   * @param least from the least provisioned concurrency that may keep the limits (but for that of
   *     cost) to the least that does for certain; empty if none does
   * @param chosen the cheapest point that keeps the service level, by replications that it was not
   *     chosen by; null if none does
   * @param tracked null where it is not the choice
   * @param binding a sentence: what keeps it from less provisioned concurrency, or from all limits
   * @param curve all points that were simulated, by provisioned concurrency
   */
  public record OfCandidate(
      String variant,
      int memoryMb,
      ServiceTimes times,
      String source,
      String origin,
      List<Integer> least,
      @Nullable Point chosen,
      @Nullable Tracked tracked,
      String binding,
      List<Point> curve) {
    public OfCandidate {
      least = List.copyOf(least);
      curve = List.copyOf(curve);
    }

    OfCandidate with(@Nullable Tracked instead, List<Point> wholeCurve) {
      return new OfCandidate(
          variant, memoryMb, times, source, origin, least, chosen, instead, binding, wholeCurve);
    }
  }
}
