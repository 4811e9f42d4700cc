package dev.thaw.cli;

import dev.thaw.experiment.fit.FitFile;
import dev.thaw.experiment.fit.FittedTime;
import dev.thaw.experiment.fit.KeepAliveBounds;
import dev.thaw.experiment.fit.Quantity;
import dev.thaw.experiment.fit.VariantFit;
import dev.thaw.report.Columns;
import dev.thaw.report.Figures;
import dev.thaw.stats.fit.Family;
import dev.thaw.stats.fit.Fit;
import dev.thaw.stats.fit.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** A fit as text: a line for each time of each variant, and what is known of keep-alive. */
record FitTable(FitFile fit) {
  private static final List<String> HEAD =
      List.of("variant", "time", "n", "family", "parameters, 95 % interval", "p", "from");
  private static final String CLOSING =
      """
      p: how often a sample of the family itself lies as far off (Anderson and Darling, fitted again each time);
      below 0.05 the family is not believed. "few" stands for under %d values: they can hardly speak against any.
      Times are in ms. One run on one machine: it describes that run.
      """
          .formatted(Fit.FEW_VALUES);

  String text() {
    var columns = new Columns("llrllrl");
    columns.add(HEAD);
    rows().forEach(columns::add);
    return fitOf() + columns.render().stream().collect(lines()) + keepAlive("") + CLOSING;
  }

  String markdown() {
    var rows = new ArrayList<List<String>>();
    rows.add(HEAD);
    rows.add(List.of("---", "---", "---:", "---", "---", "---:", "---"));
    rows.addAll(rows());
    return "##"
        + fitOf()
        + "\n"
        + rows.stream().map(row -> "| " + String.join(" | ", row) + " |").collect(lines())
        + "\n"
        + keepAlive("- ")
        + "\n"
        + CLOSING;
  }

  private String fitOf() {
    return "# fit of " + fit.run() + "\n";
  }

  private static Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n", "", "\n");
  }

  private List<List<String>> rows() {
    var rows = new ArrayList<List<String>>();
    for (var variant : fit.variants()) {
      var name = variant.variant();
      for (var entry : variant.times().entrySet()) {
        rows.add(row(name, entry.getKey(), entry.getValue()));
        name = "";
      }
    }
    return rows;
  }

  private static List<String> row(String variant, Quantity quantity, FittedTime time) {
    var family = time.family();
    return List.of(
        variant,
        quantity.label(),
        Figures.count(time.n()),
        family == null ? "-" : family.wire(),
        family == null
            ? "too few values: %d are needed".formatted(Fit.LEAST_VALUES)
            : time.parameters().stream().map(FitTable::parameter).collect(Collectors.joining(", ")),
        fits(time),
        time.from());
  }

  private static String parameter(Parameter parameter) {
    var estimate = parameter.estimate();
    var low = estimate.low();
    var high = estimate.high();
    var value = parameter.name() + " " + Figures.number(estimate.value());
    return low == null || high == null || low.equals(high)
        ? value
        : value + " [" + Figures.number(low) + ", " + Figures.number(high) + "]";
  }

  /** Of a family that holds its p; of an empirical one that of the best family it was not. */
  private static String fits(FittedTime time) {
    return time.trials().stream()
        .filter(trial -> time.family() == Family.EMPIRICAL || trial.family() == time.family())
        .findFirst()
        .map(trial -> String.format(Locale.ROOT, "%.3f", trial.p()))
        .map(p -> time.n() < Fit.FEW_VALUES ? p + " few" : p)
        .orElse("");
  }

  private String keepAlive(String lead) {
    return fit.variants().stream().map(variant -> lead + keepAlive(variant)).collect(lines());
  }

  private static String keepAlive(VariantFit variant) {
    var seen = variant.keepAlive();
    return "keep-alive of %s: %s (%s reuses, %s missed)"
        .formatted(
            variant.variant(),
            bounds(seen),
            Figures.count(seen.reuses()),
            Figures.count(seen.misses()));
  }

  private static String bounds(KeepAliveBounds seen) {
    var low = seen.longestReused();
    var high = seen.shortestMissed();
    if (low == null) {
      return high == null ? "not seen in this run" : "at most " + seconds(high);
    }
    if (high == null) {
      return "at least " + seconds(low) + "; no environment was seen to have ended";
    }
    return seen.isMixed()
        ? "not one time: kept for %s once, gone after %s once"
            .formatted(seconds(low), seconds(high))
        : "between %s and %s".formatted(seconds(low), seconds(high));
  }

  private static String seconds(double seconds) {
    return Figures.number(seconds) + " s";
  }
}
