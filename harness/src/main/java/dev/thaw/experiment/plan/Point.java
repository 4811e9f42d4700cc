package dev.thaw.experiment.plan;

import dev.thaw.stats.Estimate;
import dev.thaw.stats.Sample;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the model says of one function with so much provisioned concurrency.
 *
 * @param replications how many were simulated; with less than 5 no figure has an interval
 * @param measures in their units
 * @param utilization share of time that provisioned environments run; null without any
 * @param environments the most on-demand environments that lived at once in any replication
 * @param missed the limits that are not kept with their whole interval
 */
public record Point(
    int provisioned,
    int replications,
    Map<Measure, Estimate> measures,
    @Nullable Estimate utilization,
    int environments,
    Estimate usdPerHour,
    List<Criterion> missed) {
  private static final int LEAST = 5;

  /** When nothing has happened in n trials, its probability is below 3/n with 95 % confidence. */
  private static final double RULE_OF_THREE = 3;

  public Point {
    var inOrder = new EnumMap<Measure, Estimate>(Measure.class);
    inOrder.putAll(measures);
    measures = Collections.unmodifiableMap(inOrder);
    missed = List.copyOf(missed);
  }

  /** The means of what the replications found. */
  static Point of(int provisioned, List<Finding> findings, Slo slo) {
    var measures = new EnumMap<Measure, Estimate>(Measure.class);
    for (var measure : Measure.values()) {
      var mean = mean(findings, finding -> value(finding, measure));
      if (mean != null) {
        measures.put(measure, measure.isShare() ? atLeastRuleOfThree(mean, findings) : mean);
      }
    }
    return new Point(
        provisioned,
        findings.size(),
        measures,
        mean(findings, Finding::utilization),
        findings.stream().mapToInt(Finding::environments).max().orElse(0),
        Objects.requireNonNull(mean(findings, Finding::usdPerHour)),
        slo.criteria().stream()
            .filter(one -> one.verdict(measures.get(one.measure())) != Verdict.KEEPS)
            .toList());
  }

  private static double value(Finding finding, Measure measure) {
    return finding.measures().getOrDefault(measure, Double.NaN);
  }

  /** The mean of those that have a value; null when none has, without interval when few have. */
  static @Nullable Estimate mean(List<Finding> findings, ToDoubleFunction<Finding> figure) {
    var values = findings.stream().mapToDouble(figure).filter(Double::isFinite).toArray();
    if (values.length == 0) {
      return null;
    }
    var sample = Sample.of(values);
    return values.length < LEAST
        ? new Estimate(sample.mean(), null, null, values.length)
        : Estimate.ofMean(sample);
  }

  private static Estimate atLeastRuleOfThree(Estimate share, List<Finding> findings) {
    if (share.value() > 0 || share.high() == null) {
      return share;
    }
    long arrivals = findings.stream().mapToLong(Finding::arrivals).sum();
    return new Estimate(0, 0.0, Math.min(100, 100 * RULE_OF_THREE / arrivals), share.n());
  }

  /** Whether it keeps every limit. */
  public boolean meets() {
    return missed.isEmpty();
  }

  /** What is to be said of all limits but that of cost, which more may make better or worse. */
  Verdict verdict(Slo slo) {
    var worst = Verdict.KEEPS;
    for (var criterion : slo.monotone()) {
      var verdict = criterion.verdict(of(criterion.measure()));
      worst = verdict.compareTo(worst) > 0 ? verdict : worst;
    }
    return worst;
  }

  /** Whether the values themselves keep all limits but that of cost, whatever their intervals. */
  boolean looksKept(Slo slo) {
    return slo.monotone().stream()
        .allMatch(
            criterion -> {
              var estimate = of(criterion.measure());
              return estimate != null && estimate.value() < criterion.limit();
            });
  }

  double usd() {
    return usdPerHour.value();
  }

  @Nullable Estimate of(Measure measure) {
    return measures.get(measure);
  }
}
