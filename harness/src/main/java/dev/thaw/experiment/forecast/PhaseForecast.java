package dev.thaw.experiment.forecast;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.Phase;
import dev.thaw.load.ServiceTimes;
import dev.thaw.model.Load;
import dev.thaw.model.Scenario;
import dev.thaw.model.SimulatedFunction;
import dev.thaw.model.Simulation;
import dev.thaw.results.Forecast;
import dev.thaw.results.Metric;
import dev.thaw.results.Plan;
import dev.thaw.stats.Estimate;
import dev.thaw.stats.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Simulates a phase's own plan again and again, each time with other draws and with times fitted to
 * another resample. Of what comes out the median is the prediction and the middle 95 % its
 * interval: it holds both the scatter of a phase of that length and what the fit does not know.
 */
final class PhaseForecast {
  private static final int MOST_REPLICATIONS = 400;
  private static final int LEAST_REPLICATIONS = 40;

  /** Simulated invocations in all that are worth waiting for: about a second. */
  private static final long WORTH_WAITING_FOR = 4_000_000;

  private final Phase phase;
  private final List<FittedVariant> variants;
  private final Plan prices;
  private final SplittableRandom random;
  private final Map<String, Map<Metric, List<Double>>> drawn = new HashMap<>();

  PhaseForecast(Phase phase, List<FittedVariant> variants, Plan plan, SplittableRandom random) {
    this.phase = phase;
    this.variants = variants;
    this.prices = plan;
    this.random = random;
  }

  /** How often a phase of so many invocations is simulated. */
  static int replications(long invocations) {
    return (int)
        Math.max(
            LEAST_REPLICATIONS,
            Math.min(MOST_REPLICATIONS, WORTH_WAITING_FOR / Math.max(1, invocations)));
  }

  /** The forecasts from so many replications of a plan. */
  List<Forecast> of(Experiment experiment, long seed, int replications) {
    var environments = new HashMap<String, Integer>();
    variants.forEach(one -> environments.put(one.variant().name(), one.environments()));
    var plan = PhaseScenario.of(experiment, phase, times(), environments, seed);
    for (int i = 0; i < replications; i++) {
      replicate(plan, experiment.platform().timeScale());
    }
    return variants.stream().map(one -> forecast(one, experiment)).toList();
  }

  private Map<String, ServiceTimes> times() {
    var times = new HashMap<String, ServiceTimes>();
    variants.forEach(one -> times.put(one.variant().name(), one.drawn(random)));
    return times;
  }

  private void replicate(Scenario plan, double timeScale) {
    var scenario = with(plan, times(), random.nextLong());
    var outcome = Simulation.run(scenario);
    for (int i = 0; i < variants.size(); i++) {
      var own = random.split();
      var replication =
          new Replication(
              scenario.functions().get(i),
              outcome.functions().get(i),
              variants.get(i).drawnWays(own),
              prices,
              own);
      var all =
          drawn.computeIfAbsent(
              variants.get(i).variant().name(), added -> new EnumMap<>(Metric.class));
      replication
          .metrics(phase, timeScale)
          .forEach(
              (metric, value) ->
                  all.computeIfAbsent(metric, added -> new ArrayList<>()).add(value));
    }
  }

  private Scenario with(Scenario plan, Map<String, ServiceTimes> times, long seed) {
    return new Scenario(
        plan.accountConcurrency(),
        plan.functions().stream().map(one -> with(one, times)).toList(),
        plan.duration(),
        plan.windows(),
        seed);
  }

  private SimulatedFunction with(SimulatedFunction function, Map<String, ServiceTimes> times) {
    return new SimulatedFunction(
        function.name(),
        function.memory(),
        times.getOrDefault(function.name(), function.times()),
        function.timeout(),
        function.retention(),
        function.concurrency(),
        function.loads().stream().map(this::polledAtAnyTime).toList());
  }

  /** When a mapping's polls begin within their interval nobody knows. */
  private Load polledAtAnyTime(Load load) {
    if (!(load instanceof Load.Stream stream)) {
      return load;
    }
    long intervalNs = stream.settings().mapping().source().pollInterval().toNanos();
    return stream.mappedAfter(Duration.ofNanos(random.nextLong(intervalNs)));
  }

  private Forecast forecast(FittedVariant variant, Experiment experiment) {
    var metrics = new EnumMap<Metric, Estimate>(Metric.class);
    drawn
        .getOrDefault(variant.variant().name(), Map.of())
        .forEach((metric, values) -> metrics.put(metric, estimate(values)));
    if (phase instanceof Phase.IdleGaps idle) {
      metrics.put(Metric.KEEP_ALIVE, between(idle, experiment.platform().keepAlive()));
    }
    return new Forecast(phase.name(), variant.variant().name(), variant.sources(), metrics, null);
  }

  /** The longest of its gaps that is shorter, and the shortest that is not. */
  static Estimate between(Phase.IdleGaps idle, Duration keepAlive) {
    Duration low = Duration.ZERO;
    @Nullable Duration high = null;
    for (var gap : idle.gaps()) {
      if (gap.compareTo(keepAlive) < 0) {
        low = gap.compareTo(low) > 0 ? gap : low;
      } else {
        high = high == null || gap.compareTo(high) < 0 ? gap : high;
      }
    }
    return new Estimate(
        seconds(keepAlive), seconds(low), high == null ? null : seconds(high), idle.gaps().size());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  private static Estimate estimate(List<Double> values) {
    var sample = Sample.of(values.stream().mapToDouble(Double::doubleValue));
    return new Estimate(
        sample.median(), sample.quantile(0.025), sample.quantile(0.975), sample.size());
  }
}
