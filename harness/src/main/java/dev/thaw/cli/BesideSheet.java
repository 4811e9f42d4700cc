package dev.thaw.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thaw.experiment.bench.beside.Compared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table of a side-by-side comparison: figures, how many times as good Thaw is, and remarks. */
record BesideSheet(List<Compared> compared) {
  private static final String NONE = "-";
  private static final int WHOLE_FROM = 100;

  String text() {
    var others = compared.get(0).cells().stream().skip(1).map(Compared.Cell::endpoint).toList();
    var lines = new ArrayList<String>();
    lines.add(
        "%-34s %9s%s %8s"
            .formatted(
                "",
                compared.get(0).cells().get(0).endpoint(),
                others.stream().map("%11s        "::formatted).collect(Collectors.joining()),
                "to best"));
    compared.forEach(row -> lines.add(line(row)));
    lines.add("x: how many times as good Thaw is; to best: as the best of the others");
    lines.addAll(remarks());
    return String.join("\n", lines) + "\n";
  }

  private static String line(Compared row) {
    var others =
        row.cells().stream()
            .skip(1)
            .map(cell -> "%11s %7s".formatted(number(cell.value()), times(row.ratio(cell))))
            .collect(Collectors.joining());
    var name = row.figure().name() + ", " + row.figure().unit();
    return "%-34s %9s%s %8s"
        .formatted(name, number(row.cells().get(0).value()), others, times(row.ratioToBest()));
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    return String.format(Locale.ROOT, value < WHOLE_FROM ? "%.2f" : "%.0f", value);
  }

  private static String times(double ratio) {
    return Double.isNaN(ratio) ? NONE : String.format(Locale.ROOT, "%.1fx", ratio);
  }

  /** Each once, with the figures that it is for. */
  private List<String> remarks() {
    var figures = new LinkedHashMap<String, List<String>>();
    for (var row : compared) {
      for (var cell : row.cells()) {
        if (!cell.remark().isEmpty()) {
          figures
              .computeIfAbsent(
                  cell.endpoint() + ": " + cell.remark(), added -> new ArrayList<String>())
              .add(row.figure().name());
        }
      }
    }
    return figures.entrySet().stream()
        .map(entry -> "%s [%s]".formatted(entry.getKey(), String.join("; ", entry.getValue())))
        .toList();
  }

  /** Null stands where there is no figure. */
  ObjectNode json() {
    var root = JsonNodeFactory.instance.objectNode().put("schema", "thaw-beside/1");
    var rows = root.putArray("rows");
    for (var row : compared) {
      var node = rows.addObject().put("name", row.figure().name()).put("unit", row.figure().unit());
      var cells = node.putArray("endpoints");
      for (var cell : row.cells()) {
        var written = cells.addObject().put("endpoint", cell.endpoint());
        put(written, "value", cell.value());
        put(written, "ratio", row.ratio(cell));
        written.put("remark", cell.remark());
      }
      put(node, "ratioToBest", row.ratioToBest());
    }
    return root;
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else {
      node.put(name, value);
    }
  }
}
