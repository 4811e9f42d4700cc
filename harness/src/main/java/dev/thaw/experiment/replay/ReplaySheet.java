package dev.thaw.experiment.replay;

import dev.thaw.experiment.predict.Cells;
import dev.thaw.experiment.replay.Replayed.OfFunction;
import dev.thaw.report.Figures;
import dev.thaw.report.Sheet;
import java.util.ArrayList;
import java.util.List;

/** A replay as it is printed: all together first, then the functions that were invoked most. */
public final class ReplaySheet {
  private static final int SHOWN = 20;
  private static final String CLOSING =
      "Environments are their mean over the trace, cost is that of all of it. Means of several"
          + " simulations, ± their 95 % interval; - too few samples. This is the model's word under"
          + " the assumptions above: nothing was run.";

  private ReplaySheet() {}

  /** The replay with its header and table. */
  public static Sheet of(Replayed replayed) {
    var blocks = new ArrayList<Sheet.Block>();
    blocks.add(table(replayed));
    int left = replayed.functions().size() - SHOWN;
    if (left > 0) {
      blocks.add(
          new Sheet.Remark(
              Figures.format(
                  "%s more functions with fewer invocations are in all, and in --format json.",
                  Figures.count(left))));
    }
    blocks.add(new Sheet.Remark(CLOSING));
    return new Sheet(replayed.trace() + " · replayed in the model", facts(replayed), blocks);
  }

  private static List<Sheet.Fact> facts(Replayed replayed) {
    var assumed = replayed.assumptions();
    var facts = new ArrayList<Sheet.Fact>();
    facts.add(
        new Sheet.Fact(
            "trace",
            Figures.format(
                "%s functions, %s h; %d replications, seed %d",
                Figures.count(replayed.functions().size()),
                Figures.number(replayed.hours()),
                replayed.replications(),
                assumed.seed())));
    if (!replayed.counted().isEmpty()) {
      facts.add(new Sheet.Fact("counted", replayed.counted()));
    }
    facts.add(new Sheet.Fact("warm", assumed.warm()));
    facts.add(new Sheet.Fact("times", assumed.times()));
    facts.add(
        new Sheet.Fact(
            "model",
            Figures.format(
                "%s, account concurrency %d, idle environments kept %s, none lives longer than %s",
                assumed.memoryMb() == null ? "each variant's memory" : assumed.memoryMb() + " MB",
                assumed.accountConcurrency(),
                assumed.keepAlive(),
                assumed.maxLifetime())));
    facts.add(new Sheet.Fact("prices", assumed.prices()));
    return facts;
  }

  private static Sheet.Table table(Replayed replayed) {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            "function",
            "invocations",
            "cold %",
            "throttled %",
            "client p99 ms",
            "environments",
            "cost $"));
    rows.add(row(replayed.sum()));
    replayed.functions().stream().limit(SHOWN).map(ReplaySheet::row).forEach(rows::add);
    return new Sheet.Table("lrrrrrr", rows);
  }

  private static List<String> row(OfFunction function) {
    var invocations = function.invocations();
    return List.of(
        shortened(function.function()),
        invocations == null ? Figures.ABSENT : Figures.count(Math.round(invocations.value())),
        Cells.of(function.coldShare(), Cells::percent),
        Cells.of(function.throttledShare(), Cells::percent),
        Cells.of(function.p99(), Cells::number),
        Cells.of(function.environments(), Cells::number),
        Cells.of(function.usd(), Cells::usd));
  }

  /**
   * Names in traces are hashes of 64 digits, several in a row: their beginnings tell them apart.
   */
  private static String shortened(String name) {
    return name.length() <= 40 ? name : name.replaceAll("([0-9a-f]{8})[0-9a-f]{24,}", "$1…");
  }
}
