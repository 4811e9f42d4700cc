package dev.thaw.report;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells, each column as wide as its widest cell; numbers to the right. */
public final class Columns {
  private final List<Boolean> isRight;
  private final List<List<String>> lines = new ArrayList<>();

  /** One letter for each column: l, r, or | for a rule. */
  public Columns(String layout) {
    this.isRight = layout.chars().mapToObj(letter -> letter == 'r').toList();
  }

  public void add(List<String> cells) {
    if (cells.size() != isRight.size()) {
      throw new IllegalArgumentException(
          "%d cells for %d columns".formatted(cells.size(), isRight.size()));
    }
    lines.add(List.copyOf(cells));
  }

  public List<String> render() {
    return lines.stream().map(this::line).toList();
  }

  private String line(List<String> cells) {
    var line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      var cell = cells.get(column);
      var padding = " ".repeat(width(column) - cell.length());
      line.append(column == 0 ? "" : " ");
      line.append(isRight.get(column) ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return lines.stream().mapToInt(cells -> cells.get(column).length()).max().orElse(0);
  }
}
