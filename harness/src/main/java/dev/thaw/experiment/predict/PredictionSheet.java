package dev.thaw.experiment.predict;

import dev.thaw.experiment.predict.Prediction.OfPhase;
import dev.thaw.report.Figures;
import dev.thaw.report.Sheet;
import dev.thaw.results.Protocol;
import java.util.ArrayList;
import java.util.List;

/** A prediction as it is printed. */
public final class PredictionSheet {
  private static final String CLOSING =
      "Means of several simulations with other seeds, ± their 95 % interval; - too few samples. The"
          + " interval tells how well the mean is known, not how far a single run may lie from it,"
          + " and nothing of whether the assumptions hold: thaw run measures that.";

  private final Prediction prediction;
  private final List<Sheet.Block> blocks = new ArrayList<>();

  private PredictionSheet(Prediction prediction) {
    this.prediction = prediction;
  }

  /** The prediction with its header, tables and plots. */
  public static Sheet of(Prediction prediction) {
    return new PredictionSheet(prediction).sheet();
  }

  private Sheet sheet() {
    prediction.phases().forEach(this::phase);
    sameTimes();
    blocks.add(new Sheet.Remark(CLOSING));
    return new Sheet(prediction.experiment() + " · a prediction: nothing was run", facts(), blocks);
  }

  private List<Sheet.Fact> facts() {
    var facts = new ArrayList<Sheet.Fact>();
    var assumed = prediction.assumptions();
    if (!prediction.question().isEmpty()) {
      facts.add(new Sheet.Fact("question", prediction.question()));
    }
    facts.add(
        new Sheet.Fact(
            "model",
            Figures.format(
                "account concurrency %d, idle environments kept %s, none lives longer than %s; seed %d",
                assumed.accountConcurrency(),
                assumed.keepAlive(),
                assumed.maxLifetime(),
                prediction.seed())));
    for (var variant : prediction.variants()) {
      facts.add(new Sheet.Fact("variant", ModelWords.of(variant)));
    }
    prediction.variants().stream()
        .map(Prediction.VariantModel::origin)
        .filter(origin -> !origin.isEmpty())
        .distinct()
        .forEach(origin -> facts.add(new Sheet.Fact("times", origin)));
    facts.add(new Sheet.Fact("prices", assumed.prices()));
    return facts;
  }

  private void phase(OfPhase phase) {
    blocks.add(
        new Sheet.Heading(
            Figures.format(
                "%s: %s, %d replications", phase.phase(), phase.load(), phase.replications())));
    blocks.add(new FigureRows(phase).table());
    if (phase.protocol().equals(Protocol.WARM_STEADY_LOAD.wire())) {
      phase.variants().forEach(variant -> blocks.add(OverTimePlot.of(variant)));
    }
  }

  /** Says so when the model sees no difference between variants that the experiment compares. */
  private void sameTimes() {
    var first = prediction.variants().get(0);
    for (var other : prediction.variants().subList(1, prediction.variants().size())) {
      if (other.times().equals(first.times()) && other.memoryMb() == first.memoryMb()) {
        blocks.add(
            new Sheet.Remark(
                Figures.format(
                    "%s and %s have the same service times here: the model does not know what their"
                        + " settings change. State it under variants.%s.model, for example init.",
                    first.variant(), other.variant(), other.variant())));
      }
    }
  }
}
