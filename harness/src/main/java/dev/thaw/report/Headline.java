package dev.thaw.report;

import dev.thaw.results.Metric;
import dev.thaw.results.PhaseSummary;
import dev.thaw.results.Summary;
import dev.thaw.results.VariantSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The result in a sentence or two. */
record Headline(Summary summary) {
  static String of(Summary summary) {
    var headline = new Headline(summary);
    var sentences = new ArrayList<String>();
    headline.add(sentences, "A cold start takes", Metric.COLD_CLIENT_P50);
    headline.add(sentences, "a warm call takes", Metric.WARM_CLIENT_P50);
    return sentences.isEmpty() ? headline.nothing() : capital(String.join("; ", sentences)) + ".";
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  private void add(List<String> sentences, String subject, Metric metric) {
    var values =
        summary.variants().stream()
            .filter(variant -> variant.metric(metric).isPresent())
            .map(variant -> value(variant, metric))
            .toList();
    if (!values.isEmpty()) {
      sentences.add(subject + " " + enumerate(values));
    }
  }

  private String value(VariantSummary variant, Metric metric) {
    var value = variant.metric(metric).map(one -> Figures.ms(one.value())).orElse(Figures.ABSENT);
    var change =
        summary
            .comparison(variant.variant())
            .flatMap(comparison -> comparison.change(metric))
            .map(one -> one.excludesZero() ? Figures.change(metric, one) : "no difference found")
            .map(text -> " (" + text + ")")
            .orElse("");
    return value + " with " + variant.variant() + change;
  }

  private static String enumerate(List<String> values) {
    int last = values.size() - 1;
    return last == 0
        ? values.get(0)
        : String.join(", ", values.subList(0, last)) + " and " + values.get(last);
  }

  private static long samples(PhaseSummary phase) {
    return phase.protocol().wanted().map(phase::count).orElse(phase.requests().recorded());
  }

  private String nothing() {
    long recorded = summary.phases().stream().mapToLong(one -> one.requests().recorded()).sum();
    long failed = summary.phases().stream().mapToLong(PhaseSummary::errorCount).sum();
    if (recorded == 0) {
      return "Nothing was measured: no request was recorded.";
    }
    if (failed == recorded) {
      return Figures.format("Nothing was measured: all %,d requests failed.", failed);
    }
    return summary.phases().stream()
        .filter(phase -> phase.requests().recorded() > 0)
        .map(phase -> samples(phase) + " in " + phase.phase())
        .collect(Collectors.joining(", ", "Too few samples for a figure: ", "."));
  }
}
