package dev.thaw.experiment.predict;

import dev.thaw.experiment.predict.Prediction.Environments;
import dev.thaw.experiment.predict.Prediction.OfVariant;
import dev.thaw.experiment.predict.Prediction.Quantiles;
import dev.thaw.model.FunctionOutcome;
import dev.thaw.model.Latencies;
import dev.thaw.model.Outcome;
import dev.thaw.rules.concurrency.Admission;
import dev.thaw.stats.Estimate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The figures of one function of a scenario over all its replications. */
public record OneFunction(Replications replications, int index) {

  OfVariant figures(String variant, int windows, Tariff tariff) {
    return new OfVariant(
        variant,
        mean(one -> one.tally().arrivals()),
        mean(one -> one.tally().coldShare()),
        throttledShares(),
        quantiles(FunctionOutcome::client),
        quantiles(FunctionOutcome::coldClient),
        quantiles(FunctionOutcome::warmClient),
        new Environments(
            mean(one -> one.environments().total()), mean(one -> one.environments().most())),
        mean(one -> tariff.usd(one.usage()) / one.usage().requests() * 1e6),
        OverTime.of(replications.outcomes().stream().map(this::mine).toList(), windows));
  }

  /** The mean of a figure; null where too few replications have it. */
  public @Nullable Estimate mean(ToDoubleFunction<FunctionOutcome> figure) {
    return replications.mean(outcome -> figure.applyAsDouble(mine(outcome))).orElse(null);
  }

  private FunctionOutcome mine(Outcome outcome) {
    return outcome.functions().get(index);
  }

  private Map<Admission, Estimate> throttledShares() {
    var shares = new EnumMap<Admission, Estimate>(Admission.class);
    for (var limit : Admission.values()) {
      var share = mean(one -> share(one, limit));
      if (share != null && share.value() > 0) {
        shares.put(limit, share);
      }
    }
    return shares;
  }

  private static double share(FunctionOutcome outcome, Admission limit) {
    long throttled = outcome.tally().throttles().getOrDefault(limit, 0L);
    return (double) throttled / outcome.tally().arrivals();
  }

  private Quantiles quantiles(Function<FunctionOutcome, Latencies> latencies) {
    return new Quantiles(
        quantile(latencies, 0.5),
        quantile(latencies, 0.9),
        quantile(latencies, 0.99),
        quantile(latencies, 0.999));
  }

  /** A quantile of latencies in ms; null where too few replications have it. */
  public @Nullable Estimate quantile(Function<FunctionOutcome, Latencies> latencies, double p) {
    return mean(one -> quantile(latencies.apply(one), p));
  }

  /** NaN where fewer than one latency lies above: that would be the greatest, not a quantile. */
  private static double quantile(Latencies latencies, double p) {
    return latencies.count() * (1 - p) < 1 - 1e-9 ? Double.NaN : latencies.quantileMs(p);
  }
}
