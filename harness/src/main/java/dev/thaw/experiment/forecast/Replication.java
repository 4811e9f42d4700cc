package dev.thaw.experiment.forecast;

import dev.thaw.experiment.Phase;
import dev.thaw.invocation.Price;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import dev.thaw.model.FunctionOutcome;
import dev.thaw.model.SimulatedFunction;
import dev.thaw.results.Metric;
import dev.thaw.results.Plan;
import dev.thaw.rules.price.Billing;
import dev.thaw.stats.Sample;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * One simulation of a variant's phase as the metrics see it. Latencies, cold starts and throttles
 * are the simulation's; what is billed is drawn again for as many invocations, as their times are
 * the same whatever else happens.
 */
record Replication(
    SimulatedFunction function,
    FunctionOutcome outcome,
    Map<Way, Distribution> ways,
    Plan plan,
    RandomGenerator random) {
  private static final double MILLION = 1e6;

  /** Of those who do not wait for the function the simulation knows nothing. */
  private static final Set<Metric> OF_CALLERS =
      EnumSet.of(
          Metric.CLIENT_P50,
          Metric.CLIENT_P90,
          Metric.CLIENT_P99,
          Metric.COLD_CLIENT_P50,
          Metric.WARM_CLIENT_P50,
          Metric.THROTTLE_RATIO,
          Metric.COST_LOAD,
          Metric.COST_ALL);

  /** Simulated polls are AWS's, as often as they are by the clock. */
  private static final Set<Metric> OF_POLLS =
      EnumSet.of(
          Metric.ENTRY_P50,
          Metric.ENTRY_P99,
          Metric.END_TO_END_P50,
          Metric.END_TO_END_P90,
          Metric.END_TO_END_P99,
          Metric.ITERATOR_AGE_P50,
          Metric.ITERATOR_AGE_P99,
          Metric.BATCH_SIZE);

  Map<Metric, Double> metrics(Phase phase, double timeScale) {
    var metrics = new EnumMap<Metric, Double>(Metric.class);
    addCold(metrics);
    addLoad(metrics);
    if (phase instanceof Phase.ScaleOut burst) {
      metrics.put(Metric.COLD_SLOWEST_P50, slowest(burst));
    } else if (phase instanceof Phase.OpenLoad) {
      metrics.putAll(new OverloadForecast(function, outcome).metrics());
      metrics.putAll(new ProvisionedForecast(function, outcome, plan, random).metrics(timeScale));
    }
    if (!phase.route().isAwaited()) {
      metrics.keySet().removeAll(OF_CALLERS);
      metrics.putAll(new EventForecast(phase.route(), outcome, ways, random).metrics());
    }
    if (phase.route().isStream()) {
      // The model counts batches, and the measurement events.
      metrics.remove(Metric.COLD_RATIO);
      if (timeScale != 1) {
        metrics.keySet().removeAll(OF_POLLS);
      }
    }
    metrics.keySet().retainAll(phase.protocol().asked());
    if (phase instanceof Phase.ForcedColdStarts || phase instanceof Phase.ScaleOut) {
      metrics.remove(Metric.THROTTLE_RATIO);
    }
    metrics.values().removeIf(value -> value.isNaN());
    return metrics;
  }

  /** Of each burst the slowest. */
  private double slowest(Phase.ScaleOut burst) {
    return Sample.of(
            DoubleStream.generate(
                    () ->
                        DoubleStream.generate(this::cold)
                            .limit(burst.concurrency())
                            .max()
                            .orElse(0))
                .limit(burst.cycles()))
        .median();
  }

  private double cold() {
    return times().hidden().sample(random)
        + times().init().sample(random)
        + times().coldDuration().sample(random)
        + times().roundTrip().sample(random);
  }

  private void addCold(Map<Metric, Double> metrics) {
    long n = outcome.tally().cold();
    metrics.put(Metric.COLD_CLIENT_P50, outcome.coldClient().quantileMs(0.5));
    metrics.put(Metric.COLD_INIT_P50, median(times().init(), n));
    metrics.put(Metric.COLD_FIRST_DURATION_P50, median(times().coldDuration(), n));
    var price = plan.price();
    if (price != null) {
      metrics.put(Metric.COST_COLD, MILLION * coldCosts(price, n) / n);
    }
  }

  private void addLoad(Map<Metric, Double> metrics) {
    var tally = outcome.tally();
    var client = outcome.warmClient();
    var all = outcome.client();
    metrics.put(Metric.CLIENT_P50, all.quantileMs(0.5));
    metrics.put(Metric.CLIENT_P90, all.quantileMs(0.9));
    metrics.put(Metric.CLIENT_P99, all.quantileMs(0.99));
    metrics.put(Metric.WARM_CLIENT_P50, client.quantileMs(0.5));
    metrics.put(Metric.WARM_CLIENT_P90, client.quantileMs(0.9));
    metrics.put(Metric.WARM_CLIENT_P99, client.quantileMs(0.99));
    metrics.put(Metric.COLD_RATIO, tally.coldShare());
    metrics.put(Metric.THROTTLE_RATIO, tally.throttledShare());
    var price = plan.price();
    if (price != null) {
      double warm = warmCosts(price, tally.warm());
      double cold = coldCosts(price, tally.cold());
      metrics.put(Metric.COST_WARM, MILLION * warm / tally.warm());
      metrics.put(Metric.COST_LOAD, MILLION * (warm + cold) / (tally.warm() + tally.cold()));
    }
  }

  private ServiceTimes times() {
    return function.times();
  }

  private double median(Distribution distribution, long n) {
    return n == 0
        ? Double.NaN
        : Sample.of(DoubleStream.generate(() -> distribution.sample(random)).limit(n)).median();
  }

  private double warmCosts(Price price, long n) {
    return DoubleStream.generate(() -> billed(times().warmDuration().sample(random), 0))
        .limit(n)
        .map(billedMs -> price.of(function.memory(), billedMs))
        .sum();
  }

  private double coldCosts(Price price, long n) {
    return DoubleStream.generate(
            () -> billed(times().coldDuration().sample(random), times().init().sample(random)))
        .limit(n)
        .map(billedMs -> price.of(function.memory(), billedMs))
        .sum();
  }

  private static double billed(double durationMs, double initMs) {
    return Billing.billedMs(durationMs, initMs);
  }
}
