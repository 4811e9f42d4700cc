package dev.thaw.report;

import static dev.thaw.report.Conclusion.words;

import dev.thaw.results.Metric;
import dev.thaw.results.PhaseFigures;
import dev.thaw.results.Plan;
import dev.thaw.results.Protocol;
import dev.thaw.results.RunInfo;
import dev.thaw.results.Summary;
import dev.thaw.results.VariantInfo;
import java.util.List;
import java.util.Optional;

/** What provisioned concurrency buys, how long it takes to be there, and when it pays. */
final class ProvisionedConclusion {
  private ProvisionedConclusion() {}

  static Optional<String> of(Summary summary, RunInfo info) {
    var all =
        Conclusion.figures(summary, Protocol.OPEN_LOAD)
            .filter(figures -> figures.metric(Metric.CLIENT_P50).isPresent())
            .toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    var plan = info.plan();
    var parts = all.stream().map(figures -> part(figures, variant(plan, figures))).toList();
    return Optional.of(Conclusion.enumerate(parts) + readiness(all) + breakEven(plan) + ".");
  }

  private static VariantInfo variant(Plan plan, PhaseFigures figures) {
    return plan.variants().stream()
        .filter(one -> one.name().equals(figures.variant()))
        .findFirst()
        .orElseThrow();
  }

  private static String part(PhaseFigures figures, VariantInfo variant) {
    int provisioned = variant.concurrency().provisioned();
    return "%s %s of calls are cold, half of them take more than %s and a million cost %s"
        .formatted(
            provisioned == 0
                ? "With nothing provisioned"
                : Figures.format("with %d provisioned (%s)", provisioned, spilled(figures)),
            words(figures, Metric.COLD_RATIO).orElse(Figures.ABSENT),
            words(figures, Metric.CLIENT_P50).orElse(Figures.ABSENT),
            figures
                .metric(Metric.COST_ALL)
                .map(cost -> "$" + Figures.number(cost.value()))
                .orElse(Figures.ABSENT));
  }

  private static String spilled(PhaseFigures figures) {
    return words(figures, Metric.SPILL_OVER).map(text -> text + " spill over").orElse("all of it");
  }

  private static String readiness(List<PhaseFigures> all) {
    return all.stream()
        .flatMap(figures -> words(figures, Metric.READY).stream())
        .reduce((first, last) -> last)
        .map(text -> "; the last were ready after " + text)
        .orElse("");
  }

  private static String breakEven(Plan plan) {
    var price = plan.price();
    var provisioned = plan.provisionedPrice();
    return price == null || provisioned == null
        ? ""
        : Figures.format(
            "; a provisioned environment pays from %.1f %% of its time busy on",
            100 * provisioned.breakEven(price));
  }
}
