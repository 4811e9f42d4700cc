package dev.thaw.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.thaw.report.Sheet;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How a command prints a sheet. */
final class SheetFormat {
  enum Format {
    table,
    json,
    md
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "What is printed: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.table;

  @Option(
      names = "--ascii",
      description =
          "Nothing but ASCII in the table and its plots. Default: when the locale is not UTF-8.")
  private boolean isAscii;

  /** Prints the sheet, or what it was made from as one JSON object. */
  void print(Sheet sheet, Object source, PrintWriter out, Surroundings surroundings) {
    switch (format) {
      case json -> out.println(JSON.valueToTree(source).toPrettyString());
      case md -> out.print(sheet.markdown());
      case table ->
          out.print(
              sheet.text(isAscii || !isUtf8(surroundings) ? Sheet.Look.ASCII : Sheet.Look.PLAIN));
    }
    out.flush();
  }

  /** A locale that names no character set, or none at all, says nothing against UTF-8. */
  private static boolean isUtf8(Surroundings surroundings) {
    for (var name : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
      var locale = surroundings.variables().getOrDefault(name, "").toLowerCase(Locale.ROOT);
      if (!locale.isEmpty()) {
        boolean isPortable = locale.equals("c") || locale.equals("posix");
        return !isPortable && (!locale.contains(".") || locale.matches(".*\\.utf-?8.*"));
      }
    }
    return true;
  }
}
