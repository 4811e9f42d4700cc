package dev.thaw.experiment.plan;

import static java.util.Objects.requireNonNull;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.ModelInputException;
import dev.thaw.experiment.Phase;
import dev.thaw.experiment.forecast.TimesChoice;
import dev.thaw.experiment.predict.Tariff;
import dev.thaw.experiment.predict.Words;
import dev.thaw.invocation.Memory;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.rules.concurrency.Account;
import dev.thaw.rules.environment.Retention;
import dev.thaw.rules.provisioned.Capacity;
import dev.thaw.rules.provisioned.TargetTracking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plans provisioned concurrency and memory for an experiment's load. */
public final class Planner {
  /** Requests of a replication, beyond which a part of a steady load stands for all of it. */
  private static final long MOST_REQUESTS = 2_000_000;

  private final Experiment experiment;
  private final Wish wish;
  private final List<Candidate> candidates;
  private final PlannedLoad load;
  private final Effort effort;

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
    this.load =
        new PlannedLoad(arrivals(), experiment.platform().keepAlive(), lifetime(), MOST_REQUESTS);
    this.effort = Effort.of(candidates.size(), load.requests());
  }

  /** Nothing where nothing ends it. */
  private Duration lifetime() {
    var lifetime = experiment.platform().maxLifetime();
    return lifetime.compareTo(Retention.UNLIMITED) < 0 ? lifetime : Duration.ZERO;
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
        candidates.add(new Candidate(variant, memory, TimesChoice.of(experiment, variant, memory)));
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
    var curves = candidates.stream().map(one -> new Curve(trial(one)::of, wish.slo())).toList();
    var plans =
        new ArrayList<>(
            IntStream.range(0, curves.size())
                .parallel()
                .mapToObj(k -> plan(candidates.get(k), curves.get(k)))
                .toList());
    var choice = cheapest(plans).orElse(null);
    int shown = choice == null ? 0 : choice;
    search(candidates.get(shown), curves.get(shown)).fillCurve();
    var tracked = choice == null ? null : tracked(candidates.get(choice));
    plans.set(shown, plans.get(shown).with(tracked, curves.get(shown).points()));
    return new Plan(
        Plan.SCHEMA,
        experiment.name(),
        wish.slo(),
        new Plan.OfLoad(arrivals().toString(), load.requestsPerHour(), load.words(), wish.seed()),
        new Plan.Assumptions(
            experiment.platform().accountConcurrency(),
            Words.of(experiment.platform().keepAlive()),
            Words.of(experiment.platform().maxLifetime()),
            wish.tariff().source()),
        new Plan.BreakEven(wish.tariff().breakEven(), Tariff.BREAK_EVEN, wish.tariff().source()),
        plans,
        choice);
  }

  private Search search(Candidate candidate, Curve curve) {
    return new Search(curve, most(candidate), effort, wish.tariff().breakEven());
  }

  private Plan.OfCandidate plan(Candidate candidate, Curve curve) {
    var found = search(candidate, curve).found();
    var to = found.to();
    return new Plan.OfCandidate(
        candidate.variant().name(),
        candidate.memory().megabytes(),
        candidate.times().times(),
        candidate.times().source(),
        candidate.times().origin(),
        to == null ? List.of() : List.of(found.from(), to),
        found.chosen(),
        null,
        new Binding(curve.points(), most(candidate)).of(found),
        curve.points());
  }

  private Trial trial(Candidate candidate) {
    return new Trial(experiment, candidate, load, wish.tariff(), wish.seed());
  }

  /** Null where nothing can be provisioned. */
  private Plan.@Nullable Tracked tracked(Candidate candidate) {
    if (most(candidate) == 0) {
      return null;
    }
    var tracking = TargetTracking.of(TargetTracking.DEFAULT_TARGET);
    var capacity = new Capacity(1, most(candidate));
    var findings = trial(candidate).tracked(tracking, capacity, effort.least());
    return new Plan.Tracked(
        tracking.target(),
        requireNonNull(Point.mean(findings, Finding::provisioned)),
        Point.of(capacity.min(), findings, wish.slo()));
  }

  /** What Lambda lets one provision: a reservation's size, or all but what stays unreserved. */
  private int most(Candidate candidate) {
    var reserved = candidate.variant().model().concurrency().reserved();
    return reserved != null
        ? reserved
        : Math.max(0, experiment.platform().accountConcurrency() - Account.UNRESERVED_FLOOR);
  }

  private static Optional<Integer> cheapest(List<Plan.OfCandidate> plans) {
    return IntStream.range(0, plans.size())
        .boxed()
        .filter(k -> plans.get(k).chosen() != null)
        .min((one, other) -> Double.compare(usd(plans.get(one)), usd(plans.get(other))));
  }

  private static double usd(Plan.OfCandidate plan) {
    return plan.chosen() == null ? Double.POSITIVE_INFINITY : plan.chosen().usd();
  }
}
