package dev.thaw.report;

import static dev.thaw.report.Conclusion.words;

import dev.thaw.invocation.Notation;
import dev.thaw.results.Delivery;
import dev.thaw.results.Metric;
import dev.thaw.results.PhaseFigures;
import dev.thaw.results.PhaseSummary;
import dev.thaw.results.Protocol;
import dev.thaw.results.RunInfo;
import dev.thaw.results.Summary;
import dev.thaw.stats.Estimate;
import java.util.ArrayList;
import java.util.Optional;

/** What happens at the limit to calls that are waited for, and what to events that are not. */
final class ConcurrencyLimitConclusion {
  private ConcurrencyLimitConclusion() {}

  static Optional<String> of(Summary summary, RunInfo info) {
    var parts = new ArrayList<String>();
    for (var phase : summary.phases()) {
      if (phase.protocol() == Protocol.OPEN_LOAD && phase.requests().recorded() > 0) {
        summary
            .figures(phase.phase(), phase.variant())
            .flatMap(figures -> part(phase, figures))
            .ifPresent(parts::add);
      }
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("At the limit " + String.join("; ", parts) + pace(info) + ".");
  }

  /** Refused events come back as soon as the platform's time has it. */
  private static String pace(RunInfo info) {
    double scale = info.target().platformTimeScale();
    return scale == 1
        ? ""
        : ", while the platform's own waits passed %s times as fast"
            .formatted(Notation.number(scale));
  }

  private static Optional<String> part(PhaseSummary phase, PhaseFigures figures) {
    var delivery = phase.delivery();
    if (delivery != null && !delivery.isAwaited()) {
      return Optional.of(events(phase, delivery, figures));
    }
    return calls(phase, figures);
  }

  private static Optional<String> calls(PhaseSummary phase, PhaseFigures figures) {
    if (phase.throttleCount() == 0) {
      return Optional.of("no call was refused");
    }
    var recovery =
        figures.metric(Metric.RECOVERY).map(ConcurrencyLimitConclusion::recovery).orElse("");
    return words(figures, Metric.ONSET_RATE)
        .map(
            rate ->
                "synchronous calls are refused from %s on (%s of %s with 429 %s%s)"
                    .formatted(
                        rate.replace(" /s", "/s"),
                        Figures.count(phase.throttleCount()),
                        Figures.count(phase.requests().recorded()),
                        String.join(", ", phase.throttles().keySet()),
                        recovery));
  }

  private static String recovery(Estimate recovery) {
    return recovery.value() > 0
        ? ", the last one %s after the rate had fallen".formatted(Figures.ms(recovery.value()))
        : ", none once the rate had fallen";
  }

  private static String events(PhaseSummary phase, Delivery delivery, PhaseFigures figures) {
    var waited =
        words(figures, Metric.QUEUE_AGE_P50)
            .map(text -> ", waited %s (median)".formatted(text))
            .orElse("");
    var longest = delivery.maxQueueAgeMs();
    return "of %s asynchronous events %s were refused and %s lost%s%s"
        .formatted(
            Figures.count(phase.requests().recorded()),
            Figures.count(phase.throttleCount()),
            Figures.count(delivery.lost()),
            waited.isEmpty() ? "" : ": they" + waited.substring(1),
            longest == null ? "" : " and at most " + Figures.ms(longest));
  }
}
