package dev.thaw.experiment.predict;

import dev.thaw.experiment.predict.Prediction.OfPhase;
import dev.thaw.experiment.predict.Prediction.OfVariant;
import dev.thaw.experiment.predict.Prediction.Quantiles;
import dev.thaw.report.Sheet;
import dev.thaw.rules.concurrency.Admission;
import dev.thaw.stats.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A phase's figures, a row for each figure and a column for each variant. */
final class FigureRows {
  private final OfPhase phase;
  private final List<List<String>> rows = new ArrayList<>();

  FigureRows(OfPhase phase) {
    this.phase = phase;
  }

  Sheet.Table table() {
    head();
    row("requests", "", Cells::number, OfVariant::requests);
    row("cold share", "%", Cells::percent, OfVariant::coldShare);
    throttles();
    latency("client", OfVariant::all);
    latency("cold client", OfVariant::cold);
    latency("warm client", OfVariant::warm);
    row("environments mean", "", Cells::number, one -> one.environments().mean());
    row("environments most", "", Cells::number, one -> one.environments().most());
    row("cost per 1M", "$", Cells::usd, OfVariant::usdPerMillion);
    return new Sheet.Table("ll" + "|l".repeat(phase.variants().size()), rows);
  }

  private void head() {
    var cells = new ArrayList<>(List.of("", ""));
    phase.variants().forEach(one -> Collections.addAll(cells, "│", one.variant()));
    rows.add(cells);
  }

  private void throttles() {
    for (var limit : Admission.values()) {
      if (phase.variants().stream().anyMatch(one -> one.throttledShare().containsKey(limit))) {
        row(
            "throttled by " + limit.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            "%",
            Cells::percent,
            one -> one.throttledShare().get(limit));
      }
    }
  }

  private void latency(String what, Function<OfVariant, Quantiles> quantiles) {
    row(what + " p50", "ms", Cells::number, one -> quantiles.apply(one).p50());
    row(what + " p90", "ms", Cells::number, one -> quantiles.apply(one).p90());
    row(what + " p99", "ms", Cells::number, one -> quantiles.apply(one).p99());
    row(what + " p99.9", "ms", Cells::number, one -> quantiles.apply(one).p999());
  }

  /** Leaves out what no variant has. */
  private void row(String label, String unit, Function<Estimate, String> cell, Figure figure) {
    if (phase.variants().stream().allMatch(one -> figure.of(one) == null)) {
      return;
    }
    var cells = new ArrayList<>(List.of(label, unit));
    for (var variant : phase.variants()) {
      cells.add("│");
      cells.add(Cells.of(figure.of(variant), cell));
    }
    rows.add(cells);
  }

  /** Picks a figure that a variant may lack. */
  private interface Figure {
    @Nullable Estimate of(OfVariant variant);
  }
}
