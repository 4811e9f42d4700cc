package dev.thaw.cli;

import dev.thaw.invocation.Clock;
import dev.thaw.invocation.WallClock;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the command line finds around it: Thaw's own folder, the working folder, environment
 * variables, a clock, and whether standard error is a terminal.
 */
record Surroundings(
    Path home, Path workingFolder, Map<String, String> variables, Clock clock, boolean isTerminal) {

  Surroundings {
    variables = Map.copyOf(variables);
  }

  static Surroundings of(Map<String, String> variables) {
    var working = Path.of("").toAbsolutePath();
    return new Surroundings(
        Path.of(System.getProperty("thaw.home", working.toString())),
        working,
        variables,
        new WallClock(),
        "1".equals(variables.get("THAW_TERMINAL")));
  }

  /** Where runs are kept unless told otherwise. */
  Path runs() {
    return home.resolve("reports/runs");
  }

  /** How wide the terminal said it is. */
  OptionalInt terminalWidth() {
    try {
      int width = Integer.parseInt(variables.getOrDefault("THAW_COLUMNS", ""));
      return width > 20 ? OptionalInt.of(width) : OptionalInt.empty();
    } catch (NumberFormatException unknown) {
      return OptionalInt.empty();
    }
  }
}
