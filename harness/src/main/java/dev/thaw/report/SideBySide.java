package dev.thaw.report;

import dev.thaw.results.Metric;
import java.util.List;
import java.util.stream.Stream;

/**
 * The measured figures of phases that are compared with each other, a row for each metric that at
 * least two of them have and a column for each that has one of those.
 */
record SideBySide(List<String> places, List<Line> lines) {

  /** One metric, with a text for each place; empty where it has none. */
  record Line(String label, String unit, List<String> values) {
    private boolean isCompared() {
      return values.stream().filter(value -> !value.isEmpty()).count() > 1;
    }
  }

  static SideBySide of(List<PhaseTable.Block> blocks) {
    var metrics =
        Stream.of(Metric.values()).filter(metric -> line(metric, blocks).isCompared()).toList();
    var compared =
        blocks.stream()
            .filter(block -> metrics.stream().anyMatch(one -> !value(one, block).isEmpty()))
            .toList();
    return new SideBySide(
        compared.stream().map(PhaseTable.Block::place).toList(),
        metrics.stream().map(metric -> line(metric, compared)).toList());
  }

  private static Line line(Metric metric, List<PhaseTable.Block> blocks) {
    return new Line(
        metric.group() + " " + metric.label(),
        Figures.unit(metric),
        blocks.stream().map(block -> value(metric, block)).toList());
  }

  private static String value(Metric metric, PhaseTable.Block block) {
    return block.rows().stream()
        .filter(row -> row.metric() == metric)
        .map(PhaseTable.Row::measured)
        .findFirst()
        .orElse("");
  }

  /** The table for a terminal; nothing where nothing is compared. */
  List<String> text() {
    if (lines.isEmpty()) {
      return List.of();
    }
    var columns = new Columns("lll" + "r".repeat(places.size()));
    columns.add(cells("", "", places.stream().map(Wrapped::plain).toList()));
    lines.forEach(line -> columns.add(cells(line.label(), line.unit(), line.values())));
    return columns.render();
  }

  private static List<String> cells(String label, String unit, List<String> values) {
    return Stream.concat(Stream.of(label, unit, "│"), values.stream()).toList();
  }
}
