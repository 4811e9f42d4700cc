package dev.thaw.report;

import dev.thaw.results.Doubt;
import dev.thaw.results.Validity;
import java.io.IOException;

/**
 * A report for a terminal, in benchstat's manner: what was run, the figures, the doubts with their
 * remedies, and what the figures do not say.
 */
final class TableReporter implements Reporter {
  private final Ink ink;

  private TableReporter(Ink ink) {
    this.ink = ink;
  }

  static TableReporter plain() {
    return new TableReporter(Ink.PLAIN);
  }

  static TableReporter coloured() {
    return new TableReporter(Ink.COLOURED);
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    header(report, out);
    figures(report, out);
    phases(PhaseTable.of(report.summary()), out);
    model(ModelTable.of(report.summary()), report, out);
    validity(report.summary().validity(), out);
    closing(report, out);
  }

  private void header(Report report, Appendable out) throws IOException {
    var info = report.info();
    var facts = new RunFacts(info);
    var title = Wrapped.plain(info.title().name() + " · " + info.title().question());
    line(out, ink.strong("# " + title));
    header(out, "target", facts.target());
    header(out, "machine", facts.machine() + "; " + facts.version());
    header(out, "run", info.id() + ", seed " + info.seed() + ", " + facts.duration());
    header(out, "phases", facts.phases());
    for (var variant : info.plan().variants()) {
      header(out, "variant", RunFacts.variantWithSettings(variant));
    }
    for (var deviation : info.target().deviations()) {
      header(out, "not AWS", deviation.what());
    }
    line(out, "");
  }

  private void header(Appendable out, String label, String text) throws IOException {
    for (var line : Wrapped.lines("# ", Figures.format("%-8s ", label), text)) {
      line(out, ink.faint(line));
    }
  }

  /** One table; of three variants and more, one for each against the first. */
  private void figures(Report report, Appendable out) throws IOException {
    if (ResultTable.of(report.summary()).rows().isEmpty()) {
      return;
    }
    int variants = report.summary().variants().size();
    for (int other = Math.min(1, variants - 1); other < variants; other++) {
      for (var line : new FigureTable(report, other).lines()) {
        line(out, line);
      }
      line(out, "");
    }
  }

  private void phases(PhaseTable phases, Appendable out) throws IOException {
    for (var line : phases.lines()) {
      line(out, line);
    }
    if (!phases.blocks().isEmpty()) {
      line(out, "");
    }
  }

  /** The notes alone where the predictions stand beside the figures already. */
  private void model(ModelTable model, Report report, Appendable out) throws IOException {
    if (PhaseTable.of(report.summary()).blocks().isEmpty()) {
      for (var line : model.lines()) {
        line(out, line);
      }
    }
    for (var note : model.notes()) {
      for (var line : Wrapped.lines("", "", note)) {
        line(out, ink.faint(line));
      }
    }
    if (!model.blocks().isEmpty()) {
      line(out, "");
    }
  }

  private void validity(Validity validity, Appendable out) throws IOException {
    line(
        out,
        validity.holds()
            ? ink.good("VALID measurement")
            : ink.bad("INVALID measurement: the figures above may not be relied on"));
    for (var doubt : validity.doubts()) {
      doubt(out, "  ! ", doubt, true);
    }
    for (var caution : validity.cautions()) {
      doubt(out, "  - ", caution, false);
    }
    line(out, "");
  }

  private void doubt(Appendable out, String sign, Doubt doubt, boolean isBad) throws IOException {
    var text = doubt.where() + ": " + doubt.finding() + ". " + doubt.remedy();
    for (var line : Wrapped.lines("", sign, text)) {
      line(out, isBad ? ink.bad(line) : ink.careful(line));
    }
  }

  private void closing(Report report, Appendable out) throws IOException {
    for (var line : Wrapped.lines("", "", report.headline())) {
      line(out, ink.strong(line));
    }
    line(out, "");
    for (var line : Wrapped.lines("", "", Closing.TEXT)) {
      line(out, ink.faint(line));
    }
    line(out, "report: " + report.page());
  }

  private static void line(Appendable out, String text) throws IOException {
    out.append(text).append('\n');
  }
}
