package dev.thaw.cli;

import dev.thaw.report.Report;
import dev.thaw.report.ReportFormat;
import dev.thaw.results.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** How a run is printed; its report.html, report.md and summary.json are always written. */
final class ReportOptions {
  /** What can be printed. */
  enum Format {
    table,
    json,
    md
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "What is printed: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.table;
}
