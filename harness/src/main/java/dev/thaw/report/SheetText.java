package dev.thaw.report;

import dev.thaw.report.Sheet.Block;
import java.util.List;

/** A sheet as text for a terminal, with or without colour, or in ASCII alone. */
final class SheetText {
  private final boolean isAscii;
  private final Ink ink;
  private final StringBuilder out = new StringBuilder();

  SheetText(Sheet.Look look) {
    this.isAscii = look == Sheet.Look.ASCII;
    this.ink = look == Sheet.Look.COLOURED ? Ink.COLOURED : Ink.PLAIN;
  }

  String render(Sheet sheet) {
    line(ink.strong("# " + spelt(sheet.title())));
    int width = sheet.facts().stream().mapToInt(fact -> fact.label().length()).max().orElse(0);
    for (var fact : sheet.facts()) {
      var label = fact.label() + " ".repeat(width + 1 - fact.label().length());
      Wrapped.lines("# ", label, spelt(fact.text())).forEach(line -> line(ink.faint(line)));
    }
    line("");
    sheet.blocks().forEach(this::block);
    return out.toString();
  }

  private void block(Block block) {
    if (block instanceof Sheet.Heading heading) {
      Wrapped.lines("", "", spelt(heading.text())).forEach(line -> line(ink.strong(line)));
    } else if (block instanceof Sheet.Table table) {
      table(table);
    } else if (block instanceof Sheet.Plot plot) {
      plot(plot);
    } else if (block instanceof Sheet.Remark remark) {
      Wrapped.lines("", "", spelt(remark.text())).forEach(this::line);
    }
  }

  private void table(Sheet.Table table) {
    var columns = new Columns(table.layout());
    table.rows().forEach(row -> columns.add(row.stream().map(this::spelt).toList()));
    columns.render().forEach(this::line);
    line("");
  }

  private void plot(Sheet.Plot plot) {
    Wrapped.lines("", "", spelt(plot.caption())).forEach(line -> line(ink.faint(line)));
    var bars = isAscii ? Bars.ASCII : Bars.BLOCKS;
    var columns = new Columns("l|l|l");
    for (var row : plot.rows()) {
      var rule = spelt("│");
      columns.add(
          List.of(spelt(row.label()), rule, bars.draw(row.values()), rule, spelt(row.most())));
    }
    columns.render().forEach(this::line);
    line("");
  }

  private String spelt(String text) {
    return isAscii ? ascii(text) : text;
  }

  /** Each sign that is not ASCII by the nearest that is. */
  private static String ascii(String text) {
    return text.replace("±", "+-")
        .replace("│", "|")
        .replace("·", "-")
        .replace("≤", "<=")
        .replace("×", "x")
        .replace("→", "->")
        .replaceAll("[^\\x00-\\x7f]", "?");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
