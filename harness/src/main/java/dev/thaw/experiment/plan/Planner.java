package dev.thaw.experiment.plan;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.ModelInputException;
import dev.thaw.experiment.Phase;
import dev.thaw.experiment.VariantTimes;
import dev.thaw.experiment.predict.Replications;
import dev.thaw.experiment.predict.Tariff;
import dev.thaw.experiment.predict.Words;
import dev.thaw.invocation.Memory;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.rules.concurrency.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plans provisioned concurrency and memory for an experiment's load. */
public final class Planner {
  /** Requests that may be simulated in all, so that the answer comes while one waits. */
  private static final long REQUEST_BUDGET = 5_000_000;

  /** Points that a search looks at, about. */
  private static final int POINTS = 14;

  private static final int MOST_REPLICATIONS = 20;

  private final Experiment experiment;
  private final Wish wish;
  private final List<Candidate> candidates;
  private final PlannedLoad load;
  private final Question question;

  /**
   * What is wished for.
   *
   * @param arrivals null for those of the first phase of open load
   * @param memories empty for each variant's own
   */
  public record Wish(
      Slo slo, @Nullable ArrivalProcess arrivals, List<Memory> memories, Tariff tariff, long seed) {
    public Wish {
      memories = List.copyOf(memories);
    }
  }

  private Planner(Experiment experiment, Wish wish) {
    this.experiment = experiment;
    this.wish = wish;
    this.candidates = candidates(experiment, wish.memories());
    long perReplication = REQUEST_BUDGET / ((long) candidates.size() * POINTS * Replications.LEAST);
    this.load = new PlannedLoad(arrivals(), experiment.keepAlive(), perReplication);
    this.question =
        new Question(
            wish.slo(),
            wish.tariff(),
            Replications.within(
                REQUEST_BUDGET / ((long) candidates.size() * POINTS),
                load.simulated(),
                MOST_REPLICATIONS),
            wish.seed());
  }

  /** The plan for that wish. */
  public static Plan plan(Experiment experiment, Wish wish) {
    return new Planner(experiment, wish).plan();
  }

  private static List<Candidate> candidates(Experiment experiment, List<Memory> memories) {
    var candidates = new ArrayList<Candidate>();
    for (var variant : experiment.variants()) {
      var sizes = memories.isEmpty() ? List.of(variant.function().memory()) : memories;
      for (var memory : sizes) {
        candidates.add(
            new Candidate(variant, memory, VariantTimes.of(experiment, variant, memory)));
      }
    }
    return candidates;
  }

  private ArrivalProcess arrivals() {
    if (wish.arrivals() != null) {
      return wish.arrivals();
    }
    return experiment.phases().stream()
        .filter(Phase.WarmSteadyLoad.class::isInstance)
        .map(phase -> ((Phase.WarmSteadyLoad) phase).arrivals())
        .findFirst()
        .orElseThrow(
            () ->
                new ModelInputException(
                    "experiment %s has no phase of open load to plan for; give --load, for example 'poisson 20/s for 1 h'"
                        .formatted(experiment.name())));
  }

  private Plan plan() {
    var plans = candidates.stream().map(this::plan).toList();
    return new Plan(
        Plan.SCHEMA,
        experiment.name(),
        wish.slo(),
        new Plan.OfLoad(
            arrivals().toString(),
            load.requestsPerHour(),
            load.words(),
            question.replications(),
            wish.seed()),
        new Plan.Assumptions(
            experiment.accountConcurrency(),
            Words.of(experiment.keepAlive()),
            Words.of(experiment.maxLifetime()),
            wish.tariff().source()),
        new Plan.BreakEven(wish.tariff().breakEven(), Tariff.BREAK_EVEN, wish.tariff().source()),
        plans,
        cheapest(plans).orElse(null));
  }

  private Plan.OfCandidate plan(Candidate candidate) {
    var curve = new Curve(new Trial(experiment, candidate, load, question)::at);
    var chosen = new Search(curve, most(candidate)).cheapest().orElse(null);
    return new Plan.OfCandidate(
        candidate.variant().name(),
        candidate.memory().megabytes(),
        candidate.times().times(),
        candidate.times().source(),
        candidate.times().origin(),
        chosen,
        new Binding(curve.points(), most(candidate)).of(chosen),
        curve.points());
  }

  /** What Lambda lets one provision: a reservation's size, or all but what stays unreserved. */
  private int most(Candidate candidate) {
    var reserved = candidate.variant().model().concurrency().reserved();
    return reserved != null
        ? reserved
        : Math.max(0, experiment.accountConcurrency() - Account.UNRESERVED_FLOOR);
  }

  private static Optional<Integer> cheapest(List<Plan.OfCandidate> plans) {
    return IntStream.range(0, plans.size())
        .boxed()
        .filter(k -> plans.get(k).chosen() != null)
        .min((one, other) -> Double.compare(usd(plans.get(one)), usd(plans.get(other))));
  }

  private static double usd(Plan.OfCandidate plan) {
    return plan.chosen() == null ? Double.POSITIVE_INFINITY : plan.chosen().usdPerHour().value();
  }
}
