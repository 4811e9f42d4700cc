package dev.thaw.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Supplier;

/** The formats a report is written in. */
public enum ReportFormat {
  /** Lines for a terminal. */
  TABLE("txt", TableReporter::plain),
  /** The same, coloured with ANSI sequences. */
  COLOURED_TABLE("txt", TableReporter::coloured),
  /** A summary as GitHub shows it under a job. */
  MARKDOWN("md", MarkdownReporter::new),
  /** One self-contained page with figures. */
  HTML("html", HtmlReporter::new),
  /** The summary, schema {@code thaw-summary/1}. */
  JSON("json", JsonReporter::new);

  private final String extension;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor reference
  private final Supplier<Reporter> constructor;

  ReportFormat(String extension, Supplier<Reporter> constructor) {
    this.extension = extension;
    this.constructor = constructor;
  }

  public Reporter reporter() {
    return constructor.get();
  }

  /** What a file of this format is called in a run folder: report.html. */
  public String fileName() {
    return "report." + extension;
  }

  /** The whole text of a report. */
  public String render(Report report) {
    var text = new StringBuilder();
    try {
      reporter().write(report, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The format of that name as the command line spells it: table, markdown, html, json. */
  public static ReportFormat of(String name) {
    return name.equals("md") ? MARKDOWN : valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
