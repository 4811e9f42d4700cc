package dev.thaw.report;

import dev.thaw.results.Doubt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A report as GitHub shows it under a job: verdict, figures, and the rest folded away. */
final class MarkdownReporter implements Reporter {
  private static final String SPECIAL = "([\\\\`*_{}\\[\\]<>#|~&!])";

  @Override
  public void write(Report report, Appendable out) throws IOException {
    var info = report.info();
    line(out, "### " + verdict(report) + " · " + text(info.title().name()));
    line(out, "");
    line(out, "_" + text(info.title().question()) + "_ " + text(report.headline()));
    line(out, "");
    doubts(out, report.summary().validity().doubts());
    var phases = PhaseTable.of(report.summary());
    if (phases.blocks().isEmpty()) {
      figures(report, out);
      model(ModelTable.of(report.summary()), out);
    } else {
      phases(phases, out);
      notes(ModelTable.of(report.summary()), out);
    }
    doubts(out, report.summary().validity().cautions());
    facts(report, out);
    line(out, text(Closing.TEXT));
  }

  private static String verdict(Report report) {
    return report.summary().validity().verdict() + (report.isPartial() ? " (partial run)" : "");
  }

  private static void doubts(Appendable out, List<Doubt> doubts) throws IOException {
    for (var doubt : doubts) {
      line(
          out,
          "- **%s**: %s. %s"
              .formatted(text(doubt.where()), text(doubt.finding()), text(doubt.remedy())));
    }
    if (!doubts.isEmpty()) {
      line(out, "");
    }
  }

  private static void figures(Report report, Appendable out) throws IOException {
    var variants = report.info().plan().variants();
    var head = new ArrayList<>(List.of(""));
    var rule = new ArrayList<>(List.of("---"));
    for (var variant : variants) {
      head.addAll(List.of(text(RunFacts.variant(variant)), "n"));
      rule.addAll(List.of("---:", "---:"));
      if (head.size() > 3) {
        head.add("vs " + text(variants.get(0).name()));
        rule.add("---");
      }
    }
    row(out, head);
    row(out, rule);
    for (var row : ResultTable.of(report.summary()).rows()) {
      row(out, cells(row));
    }
    line(out, "");
  }

  private static void sideBySide(SideBySide compared, Appendable out) throws IOException {
    if (compared.lines().isEmpty()) {
      return;
    }
    row(out, cells("", compared.places().stream().map(MarkdownReporter::text).toList()));
    row(out, cells("---", Collections.nCopies(compared.places().size(), "---:")));
    for (var line : compared.lines()) {
      row(out, cells(measure(line.label(), line.unit()), line.values()));
    }
    line(out, "");
  }

  private static List<String> cells(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  private static void phases(PhaseTable phases, Appendable out) throws IOException {
    sideBySide(phases.sideBySide(), out);
    row(out, List.of("", "measured", "95 %", "n", "model predicts", "inside"));
    row(out, List.of("---", "---:", "---", "---:", "---", "---"));
    for (var block : phases.blocks()) {
      for (var row : block.rows()) {
        row(
            out,
            List.of(
                measure(block.place() + ": " + row.label(), row.unit()),
                text(row.measured()),
                text(row.interval()),
                row.n(),
                text(row.predicted()),
                row.inside()));
      }
    }
    line(out, "");
    gaps(phases.gaps(), out);
  }

  private static void gaps(List<PhaseTable.Gap> gaps, Appendable out) throws IOException {
    if (gaps.isEmpty()) {
      return;
    }
    row(out, List.of("idle, s", "calls", "cold"));
    row(out, List.of("---:", "---:", "---:"));
    for (var gap : gaps) {
      row(out, List.of(gap.seconds(), gap.calls(), gap.cold()));
    }
    line(out, "");
  }

  private static void model(ModelTable model, Appendable out) throws IOException {
    if (model.blocks().isEmpty()) {
      return;
    }
    row(out, List.of("model", "predicted", "measured", "error", "inside"));
    row(out, List.of("---", "---:", "---:", "---:", "---"));
    for (var block : model.blocks()) {
      for (var row : block.rows()) {
        row(
            out,
            List.of(
                measure(block.title() + ": " + row.group() + " " + row.label(), row.unit()),
                text(row.predicted()),
                text(row.measured()),
                text(row.error()),
                row.inside()));
      }
    }
    line(out, "");
    notes(model, out);
  }

  private static void notes(ModelTable model, Appendable out) throws IOException {
    for (var note : model.notes()) {
      line(out, "- " + text(note));
    }
    line(out, "");
  }

  private static List<String> cells(ResultTable.Row row) {
    var metric = row.metric();
    var cells = new ArrayList<String>();
    cells.add(measure(metric.group() + " " + metric.label(), Figures.unit(metric)));
    for (var cell : row.cells()) {
      cells.add(text((cell.value() + " " + cell.interval()).strip()));
      cells.add(cell.n());
      if (cells.size() > 3) {
        cells.add(text((cell.change() + " " + cell.changeInterval()).strip()));
      }
    }
    return cells;
  }

  private static void facts(Report report, Appendable out) throws IOException {
    var info = report.info();
    var facts = new RunFacts(info);
    line(out, "<details><summary>What was run</summary>");
    line(out, "");
    line(out, "- target: " + text(facts.target()));
    line(out, "- machine: " + text(facts.machine() + "; " + facts.version()));
    line(out, "- run: " + text(info.id() + ", seed " + info.seed() + ", " + facts.duration()));
    line(out, "- phases: " + text(facts.phases()));
    for (var variant : info.plan().variants()) {
      line(out, "- variant: " + text(RunFacts.variantWithSettings(variant)));
    }
    for (var deviation : info.target().deviations()) {
      line(out, "- unlike AWS: " + text(deviation.what() + " " + deviation.why()));
    }
    line(out, "- again: " + text(info.provenance().command()));
    line(out, "");
    line(out, "</details>");
    line(out, "");
  }

  private static void row(Appendable out, List<String> cells) throws IOException {
    line(out, "| " + String.join(" | ", cells) + " |");
  }

  /** What is measured and in which unit; counts have none. */
  private static String measure(String label, String unit) {
    return text(unit.isEmpty() ? label : label + ", " + unit);
  }

  /** Text that means nothing to Markdown. */
  static String text(String text) {
    return Wrapped.plain(text).replaceAll(SPECIAL, "\\\\$1");
  }

  private static void line(Appendable out, String text) throws IOException {
    out.append(text).append('\n');
  }
}
