package dev.thaw.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.thaw.results.IdleGap;
import dev.thaw.results.Metric;
import dev.thaw.results.PhaseFigures;
import dev.thaw.results.PhaseSummary;
import dev.thaw.results.Prediction;
import dev.thaw.results.Protocol;
import dev.thaw.results.Summary;
import dev.thaw.stats.Estimate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The figures of each phase by itself with the model's prediction beside each, for runs whose
 * phases are compared with each other: what table, Markdown and page have in common.
 */
record PhaseTable(List<Block> blocks, List<Gap> gaps) {
  /** Rows that stand only where they have something to say. */
  private static final Set<Metric> ON_OCCASION =
      EnumSet.of(
          Metric.ERROR_RATIO,
          Metric.THROTTLE_RATIO,
          Metric.DUPLICATE_RATIO,
          Metric.RETRY_RATIO,
          Metric.OUT_OF_ORDER_RATIO);

  /** One variant in one phase. */
  record Block(String place, List<Row> rows) {}

  /** One figure, measured and predicted. */
  record Row(
      Metric metric,
      String label,
      String unit,
      String measured,
      String interval,
      String n,
      String predicted,
      String inside) {}

  /** Calls after one time of idleness. */
  record Gap(String place, String seconds, String calls, String cold) {}

  /** Nothing where all phases are there to compare variants. */
  static PhaseTable of(Summary summary) {
    if (summary.phases().stream().allMatch(phase -> phase.protocol().comparesVariants())) {
      return new PhaseTable(List.of(), List.of());
    }
    var blocks = new ArrayList<Block>();
    var gaps = new ArrayList<Gap>();
    for (var phase : summary.phases()) {
      var place = place(summary, phase);
      summary
          .figures(phase.phase(), phase.variant())
          .ifPresent(
              figures -> {
                blocks.add(new Block(place, rows(summary, phase, figures)));
                figures.gaps().forEach(gap -> gaps.add(gap(place, gap)));
              });
    }
    return new PhaseTable(blocks, gaps);
  }

  /** By what tells it from the others. */
  private static String place(Summary summary, PhaseSummary phase) {
    if (summary.variants().size() == 1) {
      return phase.phase();
    }
    boolean isOnly = summary.phases().stream().allMatch(one -> one.phase().equals(phase.phase()));
    return isOnly ? phase.variant() : phase.phase() + ", " + phase.variant();
  }

  private static List<Row> rows(Summary summary, PhaseSummary phase, PhaseFigures figures) {
    var rows = new ArrayList<Row>();
    for (var metric : Metric.values()) {
      var measured = figures.metric(metric);
      var check = check(summary, phase, metric);
      if (measured.filter(one -> isWorthARow(phase, metric, one)).isPresent()) {
        rows.add(row(metric, measured.orElseThrow(), check));
      }
    }
    return rows;
  }

  private static boolean isWorthARow(PhaseSummary phase, Metric metric, Estimate measured) {
    boolean isExpected = metric == Metric.THROTTLE_RATIO && phase.protocol() == Protocol.OPEN_LOAD;
    return !ResultTable.BEHIND.contains(metric)
        && (!ON_OCCASION.contains(metric) || isExpected || measured.value() > 0);
  }

  private static Optional<Prediction.Check> check(
      Summary summary, PhaseSummary phase, Metric metric) {
    return summary.predictions().stream()
        .filter(one -> one.phase().equals(phase.phase()))
        .filter(one -> one.variant().equals(phase.variant()))
        .flatMap(one -> Optional.ofNullable(one.metrics().get(metric)).stream())
        .findFirst();
  }

  private static Row row(Metric metric, Estimate measured, Optional<Prediction.Check> check) {
    return new Row(
        metric,
        metric.group() + " " + metric.label(),
        Figures.unit(metric),
        Figures.value(metric, measured),
        Figures.bounds(metric, measured),
        Figures.count(measured.n()),
        check.map(one -> Figures.withBounds(metric, one.predicted())).orElse(""),
        check.map(PhaseTable::inside).orElse(""));
  }

  private static String inside(Prediction.Check check) {
    return check.isInside() == null ? "" : check.isInside() ? "yes" : "no";
  }

  private static Gap gap(String place, IdleGap gap) {
    return new Gap(
        place,
        Figures.number(gap.seconds()),
        Figures.count(gap.tries()),
        Figures.count(gap.cold()));
  }

  @JsonProperty("sideBySide")
  SideBySide sideBySide() {
    return SideBySide.of(blocks);
  }

  /** The tables for a terminal: side by side, one by one, and the times of idleness if any. */
  List<String> lines() {
    var lines = new ArrayList<>(sideBySide().text());
    if (!blocks.isEmpty()) {
      lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
      var columns = new Columns("llllrlllll");
      columns.add(
          List.of("", "", "", "│", "measured", "95 %", "n", "│", "model predicts", "inside"));
      blocks.forEach(block -> add(columns, block));
      lines.addAll(columns.render());
    }
    if (!gaps.isEmpty()) {
      lines.add("");
      var columns = new Columns("lrrr");
      columns.add(List.of("", "idle, s", "calls", "cold"));
      gaps.forEach(
          gap -> columns.add(List.of(gap.place(), gap.seconds(), gap.calls(), gap.cold())));
      lines.addAll(columns.render());
    }
    return lines;
  }

  private static void add(Columns columns, Block block) {
    var place = Wrapped.plain(block.place());
    for (var row : block.rows()) {
      columns.add(
          List.of(
              place,
              row.label(),
              row.unit(),
              "│",
              row.measured(),
              row.interval(),
              row.n(),
              "│",
              row.predicted(),
              row.inside()));
      place = "";
    }
  }
}
