package dev.thaw.cli;

import picocli.CommandLine.Option;

/** How a command prints its table. */
final class TableFormat {
  enum Format {
    table,
    json
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.table;

  boolean isJson() {
    return format == Format.json;
  }
}
