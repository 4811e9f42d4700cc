package dev.thaw.experiment.forecast;

import dev.thaw.load.ServiceTimes;
import dev.thaw.model.FunctionOutcome;
import dev.thaw.model.Load;
import dev.thaw.model.SimulatedFunction;
import dev.thaw.results.Metric;
import dev.thaw.results.Plan;
import dev.thaw.rules.price.Billing;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/** What a simulated load has of provisioned concurrency, and what it costs. */
record ProvisionedForecast(
    SimulatedFunction function, FunctionOutcome outcome, Plan plan, RandomGenerator random) {
  private static final double MILLION = 1e6;
  private static final double MS_PER_MINUTE = 60_000;
  private static final double MS_PER_SECOND = 1e3;

  Map<Metric, Double> metrics(double timeScale) {
    var metrics = new EnumMap<Metric, Double>(Metric.class);
    int provisioned = function.concurrency().provisioned();
    var tally = outcome.tally();
    if (provisioned > 0) {
      metrics.put(Metric.READY, readyMs(provisioned, timeScale));
      metrics.put(Metric.SPILL_OVER, 1 - (double) tally.provisioned() / tally.served());
    }
    metrics.put(Metric.COST_ALL, costPerMillion(provisioned));
    return metrics;
  }

  /** Preparation and pace are the platform's; the slowest init is the last to be waited for. */
  private double readyMs(int provisioned, double timeScale) {
    var provisioning = function.concurrency().provisioning();
    double paceMs = provisioned * MS_PER_MINUTE / provisioning.perMinute();
    double initMs =
        DoubleStream.generate(() -> times().hidden().sample(random) + times().init().sample(random))
            .limit(provisioned)
            .max()
            .orElse(0);
    return (provisioning.preparation().toMillis() + paceMs) / timeScale + initMs;
  }

  private double costPerMillion(int provisioned) {
    var price = plan.price();
    var idle = plan.provisionedPrice();
    var tally = outcome.tally();
    if (price == null || idle == null || tally.served() == 0) {
      return Double.NaN;
    }
    double gigabytes = function.memory().gigabytes();
    double seconds =
        function.loads().stream()
                .filter(Load::isCounted)
                .map(load -> load.arrivals().duration())
                .reduce(Duration.ZERO, Duration::plus)
                .toNanos()
            / 1e9;
    double gbSecondsOnDemand = gigabytes * (warm(tally.warm()) + cold(tally.cold()));
    double usd =
        provisioned * gigabytes * seconds * idle.idle()
            + tally.served() * price.perRequest()
            + gbSecondsOnDemand * price.perGbSecond()
            + gigabytes * warm(tally.provisioned()) * idle.duration();
    return MILLION * usd / tally.served();
  }

  private double warm(long n) {
    return DoubleStream.generate(() -> Billing.billedMs(times().warmDuration().sample(random), 0))
            .limit(n)
            .sum()
        / MS_PER_SECOND;
  }

  private double cold(long n) {
    return DoubleStream.generate(
                () ->
                    Billing.billedMs(
                        times().coldDuration().sample(random), times().init().sample(random)))
            .limit(n)
            .sum()
        / MS_PER_SECOND;
  }

  private ServiceTimes times() {
    return function.times();
  }
}
