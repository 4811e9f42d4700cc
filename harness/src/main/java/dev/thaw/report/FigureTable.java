package dev.thaw.report;

import dev.thaw.results.VariantInfo;
import java.util.ArrayList;
import java.util.List;

/** The figures of the first variant and, beside it, of another with its changes. */
final class FigureTable {
  private static final String RULE = "│";

  private final ResultTable table;
  private final List<VariantInfo> variants;
  private final int other;

  /** The other is a variant's number; 0 is the first one alone. */
  FigureTable(Report report, int other) {
    this.table = ResultTable.of(report.summary());
    this.variants = report.info().plan().variants();
    this.other = other;
  }

  List<String> lines() {
    var columns = new Columns(other == 0 ? "llllrlr" : "llllrlrlrlrll");
    columns.add(names());
    var group = "";
    for (var row : table.rows()) {
      var metric = row.metric();
      var cells = new ArrayList<String>();
      cells.add(metric.group().equals(group) ? "" : metric.group());
      cells.add(metric.label());
      cells.add(Figures.unit(metric));
      add(cells, row.cells().get(0));
      if (other > 0) {
        var cell = row.cells().get(other);
        add(cells, cell);
        cells.add(cell.change());
        cells.add(cell.change().equals("~") ? "" : cell.changeInterval());
      }
      columns.add(cells);
      group = metric.group();
    }
    return columns.render();
  }

  private List<String> names() {
    var cells = new ArrayList<>(List.of("", "", ""));
    addName(cells, variants.get(0));
    if (other > 0) {
      addName(cells, variants.get(other));
      cells.add("vs " + Wrapped.plain(variants.get(0).name()));
      cells.add("");
    }
    return cells;
  }

  private static void addName(List<String> cells, VariantInfo variant) {
    cells.addAll(List.of(RULE, Wrapped.plain(variant.name()), variant.memory().toString(), "n"));
  }

  private static void add(List<String> cells, ResultTable.Cell cell) {
    cells.addAll(List.of(RULE, cell.value(), cell.interval(), cell.n()));
  }
}
