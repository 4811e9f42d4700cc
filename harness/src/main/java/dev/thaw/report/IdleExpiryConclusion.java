package dev.thaw.report;

import dev.thaw.results.IdleGap;
import dev.thaw.results.Metric;
import dev.thaw.results.PhaseFigures;
import dev.thaw.results.Protocol;
import dev.thaw.results.RunInfo;
import dev.thaw.results.Summary;
import java.util.List;
import java.util.Optional;

/** After which time of idleness an environment is gone, beside what the platform is set to. */
final class IdleExpiryConclusion {
  private IdleExpiryConclusion() {}

  static Optional<String> of(Summary summary, RunInfo info) {
    var sentences =
        Conclusion.figures(summary, Protocol.IDLE_GAPS)
            .filter(figures -> !figures.gaps().isEmpty())
            .map(figures -> sentence(summary, figures))
            .toList();
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
  }

  private static String sentence(Summary summary, PhaseFigures figures) {
    var kept = figures.metric(Metric.KEEP_ALIVE);
    var low = kept.map(estimate -> estimate.low());
    var high = kept.map(estimate -> estimate.high());
    if (low.isPresent() && high.isPresent()) {
      return "An idle environment is gone after %s to %s s: %s%s."
          .formatted(
              Figures.number(low.orElseThrow()),
              Figures.number(high.orElseThrow()),
              counts(figures.gaps(), low.orElseThrow(), high.orElseThrow()),
              setting(summary, figures));
    }
    return low.map(seconds -> "No environment was gone after up to " + Figures.number(seconds))
        .or(() -> high.map(s -> "Every environment was gone after " + Figures.number(s)))
        .map(text -> text + " s of idleness" + setting(summary, figures) + ".")
        .orElse("No time of idleness was measured.");
  }

  /** A hair's breadth of room: gaps are means of much the same times. */
  private static String counts(List<IdleGap> gaps, double low, double high) {
    var shorter = gaps.stream().filter(gap -> gap.seconds() <= low * 1.001).toList();
    var longer = gaps.stream().filter(gap -> gap.seconds() >= high * 0.999).toList();
    return "%s of %s calls after less were cold, and %s of %s after more"
        .formatted(cold(shorter), calls(shorter), cold(longer), calls(longer));
  }

  private static String cold(List<IdleGap> gaps) {
    return Figures.count(gaps.stream().mapToLong(IdleGap::cold).sum());
  }

  private static String calls(List<IdleGap> gaps) {
    return Figures.count(gaps.stream().mapToLong(IdleGap::tries).sum());
  }

  private static String setting(Summary summary, PhaseFigures figures) {
    return summary.predictions().stream()
        .filter(one -> one.phase().equals(figures.phase()))
        .filter(one -> one.variant().equals(figures.variant()))
        .flatMap(one -> Optional.ofNullable(one.metrics().get(Metric.KEEP_ALIVE)).stream())
        .findFirst()
        .map(
            check ->
                "; the platform was set to " + Figures.number(check.predicted().value()) + " s")
        .orElse("");
  }
}
