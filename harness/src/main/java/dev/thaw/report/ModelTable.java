package dev.thaw.report;

import dev.thaw.results.Forecast;
import dev.thaw.results.Metric;
import dev.thaw.results.Prediction;
import dev.thaw.results.Summary;
import dev.thaw.stats.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Predicted beside measured as text: what table, Markdown and page have in common. */
record ModelTable(List<Block> blocks, String closing) {
  private static final String RULE = "│";
  private static final String DEFINITION =
      "inside: the measured value lies in the model's 95 % prediction interval, which holds the"
          + " scatter of a phase of this length and what the fit does not know.";

  /**
   * One variant in one phase.
   *
   * @param origins what the model's times were fitted to, or why it predicts nothing
   */
  record Block(String variant, String phase, List<Row> rows, String origins) {
    String title() {
      return variant + ", " + phase;
    }
  }

  /** One metric. */
  record Row(
      String group,
      String label,
      String unit,
      String predicted,
      String measured,
      String error,
      String inside) {}

  static ModelTable of(Summary summary) {
    return new ModelTable(
        summary.predictions().stream().map(ModelTable::block).toList(),
        count(summary.predictions()) + DEFINITION);
  }

  private static String count(List<Prediction> predictions) {
    var judged =
        predictions.stream()
            .flatMap(prediction -> prediction.metrics().values().stream())
            .map(Prediction.Check::isInside)
            .filter(Objects::nonNull)
            .toList();
    long inside = judged.stream().filter(Boolean.TRUE::equals).count();
    return judged.isEmpty() ? "" : Figures.format("%d of %d inside; ", inside, judged.size());
  }

  private static Block block(Prediction prediction) {
    var rows = new ArrayList<Row>();
    prediction.metrics().forEach((metric, check) -> rows.add(row(metric, check)));
    return new Block(
        prediction.variant(),
        prediction.phase(),
        rows,
        prediction.reason() != null
            ? "not predicted: " + prediction.reason()
            : origins(prediction.sources()));
  }

  /** Times of one origin together: init, hidden from forced cold starts. */
  private static String origins(List<Forecast.Source> sources) {
    var quantities = new LinkedHashMap<String, List<String>>();
    for (var source : sources) {
      quantities.computeIfAbsent(source.from(), from -> new ArrayList<>()).add(source.quantity());
    }
    return quantities.entrySet().stream()
        .map(entry -> String.join(", ", entry.getValue()) + " from " + entry.getKey())
        .collect(Collectors.joining("; "));
  }

  private static Row row(Metric metric, Prediction.Check check) {
    var isInside = check.isInside();
    return new Row(
        metric.group(),
        metric.label(),
        Figures.unit(metric),
        figure(metric, check.predicted()),
        check.measured() == null ? Figures.ABSENT : figure(metric, check.measured()),
        error(metric, check.error()),
        isInside == null ? "" : isInside ? "yes" : "no");
  }

  /** From-to on both sides: a prediction's interval is seldom symmetric. */
  private static String figure(Metric metric, Estimate estimate) {
    var low = estimate.low();
    var high = estimate.high();
    var bounds =
        low == null || high == null
            ? "± ∞"
            : "[" + Figures.value(metric, low) + ", " + Figures.value(metric, high) + "]";
    return Figures.value(metric, estimate) + " " + bounds;
  }

  private static String error(Metric metric, @Nullable Double error) {
    if (error == null) {
      return "";
    }
    return metric.unit() == Metric.Unit.SHARE
        ? Figures.format("%+.2f pp", 100 * error)
        : Figures.format("%+.1f %%", 100 * error);
  }

  /** The table for a terminal; nothing where nothing was predicted. */
  List<String> lines() {
    var columns = new Columns("lllllllrl");
    columns.add(List.of("model", "", "", RULE, "predicted", RULE, "measured", "error", "inside"));
    for (var block : blocks) {
      var title = Wrapped.plain(block.title());
      for (var row : block.rows()) {
        columns.add(
            List.of(
                title,
                row.group() + " " + row.label(),
                row.unit(),
                RULE,
                row.predicted(),
                RULE,
                row.measured(),
                row.error(),
                row.inside()));
        title = "";
      }
    }
    return blocks.stream().allMatch(block -> block.rows().isEmpty()) ? List.of() : columns.render();
  }

  /** Where its times come from, what it does not predict, and what "inside" means. */
  List<String> notes() {
    if (blocks.isEmpty()) {
      return List.of();
    }
    var byOrigins = new LinkedHashMap<String, List<String>>();
    for (var block : blocks) {
      byOrigins.computeIfAbsent(block.origins(), added -> new ArrayList<>()).add(block.title());
    }
    return Stream.concat(
            byOrigins.entrySet().stream()
                .map(entry -> String.join("; ", entry.getValue()) + ": " + entry.getKey() + "."),
            Stream.of(closing))
        .toList();
  }
}
