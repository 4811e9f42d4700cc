package dev.thaw.results;

import dev.thaw.stats.Change;
import dev.thaw.stats.Estimate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Makes a run's summary. */
final class Summarizer {
  private final RunFolder.Contents run;

  Summarizer(RunFolder.Contents run) {
    this.run = run;
  }

  Summary summary() {
    var variants = run.info().plan().variants();
    var evidence = variants.stream().map(variant -> VariantEvidence.of(run, variant)).toList();
    var summaries = new ArrayList<VariantSummary>();
    var comparisons = new ArrayList<Comparison>();
    for (int i = 0; i < variants.size(); i++) {
      summaries.add(summary(variants.get(i), evidence.get(i)));
      if (i > 0) {
        comparisons.add(
            new Comparison(
                variants.get(0).name(),
                variants.get(i).name(),
                changes(evidence.get(0), evidence.get(i))));
      }
    }
    var phases = PhaseSummaries.of(run);
    var figures = PhaseFigures.of(run);
    return new Summary(
        Summary.SCHEMA,
        null,
        header(),
        Validity.of(run, phases),
        summaries,
        comparisons,
        phases,
        figures,
        predictions(figures));
  }

  /** Of a whole run only: part of one is not what was predicted. */
  private List<Prediction> predictions(List<PhaseFigures> figures) {
    return run.isPartial()
        ? List.of()
        : run.forecasts().stream().map(forecast -> Prediction.of(forecast, figures)).toList();
  }

  private Summary.Run header() {
    var info = run.info();
    return new Summary.Run(
        info.id(),
        info.title().name(),
        info.title().question(),
        info.status(),
        info.period().startedAt(),
        info.target().name(),
        info.seed(),
        info.provenance().thawVersion());
  }

  private VariantSummary summary(VariantInfo variant, VariantEvidence evidence) {
    var metrics = new EnumMap<Metric, Estimate>(Metric.class);
    for (var metric : Metric.values()) {
      metric
          .statistic()
          .estimate(evidence.of(metric), PhaseFigures.random(run, metric))
          .ifPresent(estimate -> metrics.put(metric, estimate));
    }
    var used = maxMemoryUsedMb(variant.name());
    return new VariantSummary(
        variant.name(), variant.memory(), metrics, used.isPresent() ? used.orElseThrow() : null);
  }

  private Map<Metric, Change> changes(VariantEvidence base, VariantEvidence other) {
    var changes = new EnumMap<Metric, Change>(Metric.class);
    for (var metric : Metric.values()) {
      metric
          .statistic()
          .change(base.of(metric), other.of(metric), PhaseFigures.random(run, metric))
          .ifPresent(change -> changes.put(metric, change));
    }
    return changes;
  }

  private OptionalInt maxMemoryUsedMb(String variant) {
    var reports = new ArrayList<Integer>();
    for (var invocation : run.invocations()) {
      var platform = invocation.platform();
      if (platform != null && invocation.request().slot().variant().equals(variant)) {
        reports.add(platform.report().maxMemoryUsedMb());
      }
    }
    return reports.stream().mapToInt(Integer::intValue).max();
  }
}
