package dev.thaw.report;

import dev.thaw.report.Sheet.Block;
import java.util.ArrayList;
import java.util.List;

/** A sheet as GitHub's Markdown; plots become code blocks. */
final class SheetMarkdown {
  private final StringBuilder out = new StringBuilder();

  String render(Sheet sheet) {
    line("### " + MarkdownReporter.text(sheet.title()));
    line("");
    for (var fact : sheet.facts()) {
      line("- " + MarkdownReporter.text(fact.label() + ": " + fact.text()));
    }
    line("");
    sheet.blocks().forEach(this::block);
    return out.toString();
  }

  private void block(Block block) {
    if (block instanceof Sheet.Heading heading) {
      line("#### " + MarkdownReporter.text(heading.text()));
    } else if (block instanceof Sheet.Table table) {
      table(table);
    } else if (block instanceof Sheet.Plot plot) {
      plot(plot);
    } else if (block instanceof Sheet.Remark remark) {
      line(MarkdownReporter.text(remark.text()));
    }
    line("");
  }

  private void table(Sheet.Table table) {
    row(cells(table, table.rows().get(0)));
    var alignment = new ArrayList<String>();
    for (char letter : table.layout().toCharArray()) {
      if (letter != '|') {
        alignment.add(letter == 'r' ? "---:" : "---");
      }
    }
    row(alignment);
    table.rows().stream().skip(1).forEach(row -> row(cells(table, row)));
  }

  private static List<String> cells(Sheet.Table table, List<String> row) {
    var cells = new ArrayList<String>();
    for (int column = 0; column < row.size(); column++) {
      if (table.layout().charAt(column) != '|') {
        cells.add(MarkdownReporter.text(row.get(column)));
      }
    }
    return cells;
  }

  private void plot(Sheet.Plot plot) {
    line("```");
    line(plot.caption());
    var columns = new Columns("l|l|l");
    for (var row : plot.rows()) {
      columns.add(List.of(row.label(), "│", Bars.BLOCKS.draw(row.values()), "│", row.most()));
    }
    columns.render().forEach(this::line);
    line("```");
  }

  private void row(List<String> cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
