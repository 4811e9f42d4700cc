package dev.thaw.report;

import java.io.IOException;

/**
 * Writes a report in one format; the same report always gives the same text, whatever the locale.
 */
public interface Reporter {
  void write(Report report, Appendable out) throws IOException;
}
