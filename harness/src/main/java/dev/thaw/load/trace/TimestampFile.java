package dev.thaw.load.trace;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * A plain CSV of invocations in order: a timestamp (seconds or ISO 8601), then perhaps a function's
 * name, then perhaps a duration. With a header the columns may come in any order and the duration
 * may be in ms; without one it is in seconds.
 */
final class TimestampFile {
  private static final String COLUMNS = "timestamp, function, duration (in s) and duration_ms";
  private static final List<String> TIMES = List.of("timestamp", "time");
  private static final List<String> FUNCTIONS = List.of("function", "func");
  private static final String ALL = "all";

  private TimestampFile() {}

  static Trace read(Path file, Predicate<String> isSelected) {
    try (var rows = CsvRows.open(file)) {
      var invocations = new Invocations(isSelected);
      if (rows.next()) {
        boolean hasHeader = Instants.parse(rows.cell(0)).isEmpty();
        var columns = hasHeader ? Columns.named(rows) : Columns.counted(rows);
        long lastNs = Long.MIN_VALUE;
        for (boolean has = !hasHeader || rows.next(); has; has = rows.next()) {
          rows.requireColumns(columns.count);
          lastNs = inOrder(rows, columns.time, lastNs);
          invocations.add(columns.function(rows), lastNs, columns.durationMs(rows));
        }
      }
      return invocations.trace();
    }
  }

  private static long inOrder(CsvRows rows, int column, long lastNs) {
    long ns = rows.instant(column);
    if (ns < lastNs) {
      throw rows.wrong(
          "time runs backwards: %s is before the line above it; sort the file by time"
              .formatted(rows.cell(column)));
    }
    return ns;
  }

  /** Which column holds what; -1 for what there is not. */
  private record Columns(int count, int time, int function, int duration, double msPerUnit) {
    static Columns counted(CsvRows rows) {
      int count = rows.cells().length;
      if (count > 3) {
        throw rows.wrong(
            "has %d columns and no header; write one that names %s".formatted(count, COLUMNS));
      }
      return new Columns(count, 0, count > 1 ? 1 : -1, count > 2 ? 2 : -1, 1e3);
    }

    static Columns named(CsvRows rows) {
      var names = List.of(rows.cells());
      int seconds = names.indexOf("duration");
      int ms = names.indexOf("duration_ms");
      var columns =
          new Columns(
              names.size(),
              first(names, TIMES),
              first(names, FUNCTIONS),
              Math.max(seconds, ms),
              ms >= 0 ? 1 : 1e3);
      if (columns.time < 0) {
        throw rows.wrong(
            "'%s' is neither a time nor a header with a column 'timestamp'; columns are %s"
                .formatted(String.join(",", names), COLUMNS));
      }
      return columns;
    }

    private static int first(List<String> names, List<String> wanted) {
      return wanted.stream().mapToInt(names::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
    }

    String function(CsvRows rows) {
      return function < 0 ? ALL : rows.cell(function);
    }

    double durationMs(CsvRows rows) {
      return duration < 0 ? Double.NaN : rows.amount(duration, "a duration") * msPerUnit;
    }
  }
}
