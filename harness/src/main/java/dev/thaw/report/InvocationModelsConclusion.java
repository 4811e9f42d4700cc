package dev.thaw.report;

import static dev.thaw.report.Conclusion.words;

import dev.thaw.results.Delivery;
import dev.thaw.results.Metric;
import dev.thaw.results.PhaseSummary;
import dev.thaw.results.Protocol;
import dev.thaw.results.RunInfo;
import dev.thaw.results.Summary;
import java.util.List;
import java.util.Optional;

/** How long callers wait, and how long until the work is done, by each route. */
final class InvocationModelsConclusion {
  private InvocationModelsConclusion() {}

  static Optional<String> of(Summary summary, RunInfo info) {
    var loads =
        summary.phases().stream().filter(phase -> phase.protocol() == Protocol.OPEN_LOAD).toList();
    var waits = list(summary, loads, Metric.CLIENT_P50);
    var ends = list(summary, loads, Metric.END_TO_END_P50);
    if (waits.isEmpty() || ends.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "Callers wait %s; the work is done %s after it was due (medians)%s."
            .formatted(Conclusion.enumerate(waits), Conclusion.enumerate(ends), lost(loads)));
  }

  private static List<String> list(Summary summary, List<PhaseSummary> loads, Metric metric) {
    return loads.stream()
        .flatMap(
            phase ->
                summary
                    .figures(phase.phase(), phase.variant())
                    .flatMap(figures -> words(figures, metric))
                    .map(text -> text + " by " + phase.phase())
                    .stream())
        .toList();
  }

  private static String lost(List<PhaseSummary> loads) {
    var deliveries = loads.stream().map(PhaseSummary::delivery).filter(one -> one != null).toList();
    long accepted = deliveries.stream().mapToLong(Delivery::accepted).sum();
    long lost = deliveries.stream().mapToLong(Delivery::lost).sum();
    return deliveries.isEmpty()
        ? ""
        : ", %s of %s events lost".formatted(Figures.count(lost), Figures.count(accepted));
  }
}
