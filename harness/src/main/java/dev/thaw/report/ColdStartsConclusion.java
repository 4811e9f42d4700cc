package dev.thaw.report;

import static dev.thaw.report.Conclusion.words;

import dev.thaw.results.Metric;
import dev.thaw.results.PhaseFigures;
import dev.thaw.results.Protocol;
import dev.thaw.results.RunInfo;
import dev.thaw.results.Summary;
import java.util.ArrayList;
import java.util.Optional;

/** What a cold start costs its caller: at the first call, in a burst, and after expiry. */
final class ColdStartsConclusion {
  private ColdStartsConclusion() {}

  static Optional<String> of(Summary summary, RunInfo info) {
    var parts = new ArrayList<String>();
    Conclusion.figures(summary, Protocol.FORCED_COLD_STARTS)
        .flatMap(figures -> first(figures).stream())
        .forEach(parts::add);
    Conclusion.figures(summary, Protocol.SCALE_OUT)
        .flatMap(figures -> burst(figures).stream())
        .forEach(parts::add);
    var idle = Conclusion.figures(summary, Protocol.IDLE_GAPS).toList();
    idle.stream().flatMap(figures -> expired(figures).stream()).forEach(parts::add);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    var warm =
        idle.stream()
            .flatMap(figures -> words(figures, Metric.WARM_CLIENT_P50).stream())
            .findFirst()
            .map(text -> ", where a warm call takes " + text)
            .orElse("");
    return Optional.of("Callers wait " + Conclusion.enumerate(parts) + warm + ".");
  }

  private static Optional<String> first(PhaseFigures figures) {
    var init =
        words(figures, Metric.COLD_INIT_P50).map(text -> ", " + text + " of it init").orElse("");
    return words(figures, Metric.COLD_CLIENT_P50)
        .map(text -> text + " for a function's first environment (median" + init + ")");
  }

  private static Optional<String> burst(PhaseFigures figures) {
    var slowest =
        words(figures, Metric.COLD_SLOWEST_P50).map(text -> " (the last of them " + text + ")");
    return words(figures, Metric.COLD_CLIENT_P50)
        .map(text -> text + " when several start at once" + slowest.orElse(""));
  }

  private static Optional<String> expired(PhaseFigures figures) {
    return words(figures, Metric.COLD_CLIENT_P50)
        .map(text -> text + " when an idle one has expired");
  }
}
