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
    table(ReportFormat.TABLE),
    json(ReportFormat.JSON),
    md(ReportFormat.MARKDOWN);

    private final ReportFormat format;

    Format(ReportFormat format) {
      this.format = format;
    }
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "What is printed: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.table;

  /** Writes a run's reports, prints one of them, and says which exit code the run deserves. */
  int print(RunFolder folder, PrintWriter out) throws IOException {
    var report = Report.publish(folder.read());
    out.print(format.format.render(report));
    out.flush();
    return report.summary().validity().holds() ? ExitCode.OK : ExitCode.INVALID;
  }
}
