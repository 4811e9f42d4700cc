package dev.thaw.experiment.plan;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.predict.Tariff;
import dev.thaw.model.Concurrency;
import dev.thaw.model.FunctionOutcome;
import dev.thaw.model.ProvisionedScaling;
import dev.thaw.model.Scenario;
import dev.thaw.model.SimulatedFunction;
import dev.thaw.model.Simulation;
import dev.thaw.model.Usage;
import dev.thaw.rules.environment.KeepAlive;
import dev.thaw.rules.environment.Placement;
import dev.thaw.rules.environment.Retention;
import dev.thaw.rules.provisioned.Capacity;
import dev.thaw.rules.provisioned.Provisioning;
import dev.thaw.rules.provisioned.TargetTracking;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tries one candidate under the load with any provisioned concurrency. The replication of a number
 * always has the same chances, so that two points differ by what they provision and by nothing
 * else.
 */
final class Trial {
  private static final long STEP = 0x9E3779B97F4A7C15L;
  private static final double NS_PER_HOUR = 3600e9;

  private final Experiment experiment;
  private final Candidate candidate;
  private final PlannedLoad load;
  private final Tariff tariff;
  private final long seed;

  Trial(Experiment experiment, Candidate candidate, PlannedLoad load, Tariff tariff, long seed) {
    this.experiment = experiment;
    this.candidate = candidate;
    this.load = load;
    this.tariff = tariff;
    this.seed = seed;
  }

  /** The replications of these numbers, on all CPUs, with so much provisioned all the time. */
  List<Finding> of(int provisioned, int from, int to) {
    return run(concurrency(provisioned, null), from, to);
  }

  /** So many replications, with as much as target tracking provisions between these bounds. */
  List<Finding> tracked(TargetTracking tracking, Capacity capacity, int replications) {
    var scaling = new ProvisionedScaling(Instant.EPOCH, capacity, tracking, List.of());
    return run(concurrency(capacity.min(), scaling), 0, replications);
  }

  private Concurrency concurrency(int provisioned, @Nullable ProvisionedScaling scaling) {
    var reserved = candidate.variant().model().concurrency().reserved();
    return new Concurrency(reserved, provisioned, Provisioning.DOCUMENTED, scaling);
  }

  private List<Finding> run(Concurrency concurrency, int from, int to) {
    return IntStream.range(from, to)
        .parallel()
        .mapToObj(number -> find(concurrency, seed + number * STEP))
        .toList();
  }

  private Finding find(Concurrency concurrency, long seed) {
    var replication = load.replication(seed);
    var outcome = outcome(concurrency, replication, replication.duration(), seed);
    var usage = outcome.usage();
    if (!replication.warmUp().isZero()) {
      // The same until then, as all chances are: what is billed of it is no part of the load.
      usage = less(usage, outcome(concurrency, replication, replication.warmUp(), seed).usage());
    }
    return finding(outcome, usage);
  }

  private Finding finding(FunctionOutcome outcome, Usage usage) {
    double hours = load.counted().toNanos() / NS_PER_HOUR;
    double usd = tariff.usd(usage);
    var measures = new EnumMap<Measure, Double>(Measure.class);
    for (var measure : Measure.values()) {
      measures.put(
          measure, measure == Measure.COST ? usd / usage.requests() * 1e6 : measure.of(outcome));
    }
    return new Finding(
        measures,
        usd / hours,
        usage.provisionedDurationGbSeconds() / usage.provisionedGbSeconds(),
        usage.provisionedGbSeconds() / candidate.memory().gigabytes() / hours / 3600,
        outcome.environments().most(),
        outcome.tally().arrivals());
  }

  private static Usage less(Usage all, Usage part) {
    return new Usage(
        all.requests() - part.requests(),
        all.onDemandGbSeconds() - part.onDemandGbSeconds(),
        all.provisionedDurationGbSeconds() - part.provisionedDurationGbSeconds(),
        all.provisionedGbSeconds() - part.provisionedGbSeconds());
  }

  private FunctionOutcome outcome(
      Concurrency concurrency, PlannedLoad.Replication replication, Duration end, long seed) {
    var function =
        new SimulatedFunction(
            candidate.variant().name(),
            candidate.memory(),
            candidate.times().times(),
            candidate.variant().function().timeout(),
            new Retention(
                KeepAlive.fixed(experiment.platform().keepAlive()),
                experiment.platform().maxLifetime(),
                Placement.MOST_RECENTLY_USED),
            concurrency,
            replication.loads());
    var scenario =
        new Scenario(experiment.platform().accountConcurrency(), List.of(function), end, 1, seed);
    return Simulation.run(scenario).functions().get(0);
  }
}
