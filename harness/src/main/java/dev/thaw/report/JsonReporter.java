package dev.thaw.report;

import java.io.IOException;

/** The summary as one JSON object. */
final class JsonReporter implements Reporter {
  @Override
  public void write(Report report, Appendable out) throws IOException {
    out.append(report.summary().toJson());
  }
}
