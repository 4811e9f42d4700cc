package dev.thaw.report;

import dev.thaw.results.RunFolder;
import dev.thaw.results.RunInfo;
import dev.thaw.results.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * All that any format tells of a run: what it was, what it measured, one sentence of the result,
 * and what the figures are drawn from.
 */
public record Report(
    Path folder, RunInfo info, Summary summary, String headline, Charts charts, boolean isPartial) {

  /** Makes the report of what a run folder holds, be it partial. */
  public static Report of(RunFolder.Contents run) {
    var measured = Summary.of(run);
    var summary = measured.concluding(ConclusionKind.sentence(measured, run.info()));
    return new Report(
        run.folder().path(),
        run.info(),
        summary,
        Objects.requireNonNull(summary.conclusion()),
        Charts.of(run),
        run.isPartial());
  }

  /** Writes invocations, {@code summary.json}, {@code report.md} and {@code report.html}. */
  public static Report publish(RunFolder.Contents run) throws IOException {
    var report = of(run);
    var folder = run.folder();
    folder.writeInvocations(run.invocations());
    folder.write(report.summary());
    for (var format : new ReportFormat[] {ReportFormat.MARKDOWN, ReportFormat.HTML}) {
      folder.writeText(format.fileName(), format.render(report));
    }
    return report;
  }

  /** Where the page is, or would be. */
  public Path page() {
    return folder.resolve(ReportFormat.HTML.fileName());
  }
}
