package dev.thaw.report;

/** A row of values as a row of characters whose height or weight grows with the value. */
enum Bars {
  BLOCKS(" ▁▂▃▄▅▆▇█"),
  ASCII(" .:-=+*#@");

  private final String levels;

  Bars(String levels) {
    this.levels = levels;
  }

  /**
   * One character for each value: blank for 0, full for the greatest, and something for anything
   * between, however little.
   */
  String draw(double[] values) {
    double most = 0;
    for (double value : values) {
      most = Math.max(most, value);
    }
    var row = new StringBuilder();
    for (double value : values) {
      row.append(levels.charAt(level(value, most)));
    }
    return row.toString();
  }

  private int level(double value, double most) {
    int full = levels.length() - 1;
    return value > 0 ? (int) Math.min(full, Math.max(1, Math.round(value / most * full))) : 0;
  }
}
