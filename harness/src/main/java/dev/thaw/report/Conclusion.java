package dev.thaw.report;

import dev.thaw.results.Metric;
import dev.thaw.results.PhaseFigures;
import dev.thaw.results.Protocol;
import dev.thaw.results.RunInfo;
import dev.thaw.results.Summary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers a question in one plain sentence with measured figures; empty if too few are there. */
@FunctionalInterface
interface Conclusion {
  Optional<String> of(Summary summary, RunInfo info);

  /** The figures of all phases of a protocol, in their order. */
  static Stream<PhaseFigures> figures(Summary summary, Protocol protocol) {
    return summary.phases().stream()
        .filter(phase -> phase.protocol() == protocol)
        .flatMap(phase -> summary.figures(phase.phase(), phase.variant()).stream());
  }

  /** A figure as it stands in a sentence: shares that are whole percentages without decimals. */
  static Optional<String> words(PhaseFigures figures, Metric metric) {
    return figures
        .metric(metric)
        .map(estimate -> Figures.value(metric, estimate))
        .map(text -> metric.unit() == Metric.Unit.SHARE ? text.replaceFirst("\\.0+$", "") : text)
        .map(text -> text + " " + Figures.unit(metric));
  }

  /** One, two and three. */
  static String enumerate(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }
}
