package dev.thaw.experiment.predict;

import dev.thaw.model.Outcome;
import dev.thaw.model.Scenario;
import dev.thaw.model.Simulation;
import dev.thaw.stats.Estimate;
import dev.thaw.stats.Sample;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The same scenario simulated several times, each time from another seed: what is told of it is the
 * mean of them all, with an interval.
 */
public record Replications(List<Outcome> outcomes) {
  /** As few as still give an interval. */
  public static final int LEAST = 5;

  private static final long STEP = 0x9E3779B97F4A7C15L;

  public Replications {
    outcomes = List.copyOf(outcomes);
  }

  /** Simulates so many scenarios on all CPUs; the first of them is that of the seed itself. */
  public static Replications of(LongFunction<Scenario> scenarioOfSeed, long seed, int count) {
    return new Replications(
        IntStream.range(0, count)
            .parallel()
            .mapToObj(k -> Simulation.run(scenarioOfSeed.apply(seed + k * STEP)))
            .toList());
  }

  /** How many replications of so many requests fit a budget, within limits. */
  public static int within(long requestBudget, long requests, int most) {
    return (int) Math.max(LEAST, Math.min(most, requestBudget / Math.max(1, requests)));
  }

  /** The mean of what each outcome says; none where too few say anything. */
  public Optional<Estimate> mean(ToDoubleFunction<Outcome> figure) {
    var values =
        outcomes.stream().mapToDouble(figure).filter(value -> Double.isFinite(value)).toArray();
    return values.length < LEAST
        ? Optional.empty()
        : Optional.of(Estimate.ofMean(Sample.of(values)));
  }
}
