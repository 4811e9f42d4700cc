package dev.thaw.report;

import dev.thaw.results.Metric;
import dev.thaw.results.Protocol;
import dev.thaw.results.Summary;
import dev.thaw.results.VariantSummary;
import dev.thaw.stats.Estimate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The figures as text, row by row: what table, Markdown and page have in common. */
record ResultTable(List<Row> rows) {
  /** The group of rows on what became of events. */
  private static final String EVENT = "event";

  /** What the page and the summary have and the table leaves out. */
  static final Set<Metric> BEHIND =
      EnumSet.of(
          Metric.WARM_SERVICE_P50,
          Metric.WARM_SERVICE_P90,
          Metric.WARM_SERVICE_P99,
          Metric.WARM_SERVICE_P999,
          Metric.WARM_DURATION_P50,
          Metric.WARM_ROUND_TRIP_P50,
          Metric.ENTRY_P99,
          Metric.END_TO_END_P90);

  /** Rows that stand only where they have something to say. */
  private static final Set<Metric> ON_OCCASION =
      EnumSet.of(
          Metric.WARM_CLIENT_P999,
          Metric.THROTTLE_RATIO,
          Metric.RETRY_RATIO,
          Metric.OUT_OF_ORDER_RATIO);

  /** One metric with a cell for each variant. */
  record Row(Metric metric, List<Cell> cells) {}

  /** One figure; its change is against the first variant and blank there. */
  record Cell(String value, String interval, String n, String change, String changeInterval) {
    static final Cell EMPTY = new Cell(Figures.ABSENT, "", "", "", "");
  }

  /** Nothing where phases are compared, and not variants. */
  static ResultTable of(Summary summary) {
    if (!summary.phases().stream().allMatch(phase -> phase.protocol().comparesVariants())) {
      return new ResultTable(List.of());
    }
    var rows = new ArrayList<Row>();
    for (var metric : Metric.values()) {
      if (stands(summary, metric)) {
        rows.add(
            new Row(
                metric,
                summary.variants().stream().map(one -> cell(summary, one, metric)).toList()));
      }
    }
    return new ResultTable(rows);
  }

  private static boolean stands(Summary summary, Metric metric) {
    if (!isOfVariants(metric) || BEHIND.contains(metric) || isIdle(summary, metric)) {
      return false;
    }
    return !ON_OCCASION.contains(metric) || speaks(summary, metric);
  }

  private static boolean isIdle(Summary summary, Metric metric) {
    return isOfEvents(metric)
        && (!hasEvents(summary)
            || summary.variants().stream().noneMatch(one -> one.metric(metric).isPresent()));
  }

  static boolean isOfEvents(Metric metric) {
    return metric.group().equals(EVENT);
  }

  /** Where every sender waited for the function, the other rows say it all. */
  static boolean hasEvents(Summary summary) {
    return summary.phases().stream()
        .flatMap(phase -> Stream.ofNullable(phase.delivery()))
        .anyMatch(delivery -> !delivery.isAwaited());
  }

  private static boolean isOfVariants(Metric metric) {
    return Protocol.FORCED_COLD_STARTS.asked().contains(metric)
        || Protocol.WARM_STEADY_LOAD.asked().contains(metric);
  }

  private static boolean speaks(Summary summary, Metric metric) {
    return summary.variants().stream()
        .flatMap(variant -> variant.metric(metric).stream())
        .anyMatch(estimate -> estimate.value() > 0);
  }

  private static Cell cell(Summary summary, VariantSummary variant, Metric metric) {
    var change =
        summary.comparison(variant.variant()).flatMap(comparison -> comparison.change(metric));
    return variant
        .metric(metric)
        .map(
            estimate ->
                cell(
                    metric,
                    estimate,
                    change.map(one -> Figures.change(metric, one)).orElse(""),
                    change.map(one -> Figures.changeInterval(metric, one)).orElse("")))
        .orElse(Cell.EMPTY);
  }

  private static Cell cell(Metric metric, Estimate estimate, String change, String interval) {
    return new Cell(
        Figures.value(metric, estimate),
        Figures.interval(metric, estimate),
        Figures.count(estimate.n()),
        change,
        interval);
  }
}
