package dev.thaw.results;

import dev.thaw.stats.Estimate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The figures of one variant in one phase alone; one without enough evidence behind it is absent.
 *
 * @param gaps of a phase that waits: after which times of idleness calls were cold
 */
public record PhaseFigures(
    String phase, String variant, Map<Metric, Estimate> metrics, List<IdleGap> gaps) {
  public PhaseFigures {
    var inOrder = new EnumMap<Metric, Estimate>(Metric.class);
    inOrder.putAll(metrics);
    metrics = Collections.unmodifiableMap(inOrder);
    gaps = List.copyOf(gaps);
  }

  /** Those of every phase and variant. */
  static List<PhaseFigures> of(RunFolder.Contents run) {
    var plan = run.info().plan();
    return plan.phases().stream()
        .flatMap(phase -> plan.variants().stream().map(variant -> of(run, phase, variant)))
        .toList();
  }

  private static PhaseFigures of(RunFolder.Contents run, PhaseInfo phase, VariantInfo variant) {
    var evidence = new PhaseEvidence(run, phase, variant);
    var metrics = new EnumMap<Metric, Estimate>(Metric.class);
    evidence
        .all()
        .forEach(
            (metric, values) ->
                metric
                    .statistic()
                    .estimate(values, random(run, metric))
                    .ifPresent(estimate -> metrics.put(metric, estimate)));
    return new PhaseFigures(phase.name(), variant.name(), metrics, evidence.gaps());
  }

  /** One generator for each metric: a metric more or less leaves the others' intervals alone. */
  static SplittableRandom random(RunFolder.Contents run, Metric metric) {
    return new SplittableRandom(run.info().seed() * 31 + metric.key().hashCode());
  }

  public Optional<Estimate> metric(Metric metric) {
    return Optional.ofNullable(metrics.get(metric));
  }
}
