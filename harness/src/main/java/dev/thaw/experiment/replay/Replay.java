package dev.thaw.experiment.replay;

import dev.thaw.experiment.fit.FitFile;
import dev.thaw.experiment.predict.OneFunction;
import dev.thaw.experiment.predict.Replications;
import dev.thaw.experiment.predict.Words;
import dev.thaw.load.trace.TraceExtract;
import dev.thaw.model.FunctionOutcome;
import dev.thaw.model.Outcome;
import dev.thaw.model.Scenario;
import dev.thaw.model.SimulatedFunction;
import dev.thaw.results.RunFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Runs the model under what was recorded. */
public final class Replay {
  private static final int MOST_REPLICATIONS = 10;
  private static final long REQUEST_BUDGET = 20_000_000;

  private final Recording recording;
  private final ReplaySettings settings;

  private Replay(Recording recording, ReplaySettings settings) {
    this.recording = recording;
    this.settings = settings;
  }

  /** What the model says of that part of a trace. */
  public static Replayed of(TraceExtract extract, ReplaySettings settings) {
    return new Replay(new RecordedTrace(extract, settings), settings).replay();
  }

  /**
   * What the model says of the load of a run.
   *
   * @param fit its service times, or another run's of the same variants
   * @param function a phase, or {@code phase/variant}; empty for all
   */
  public static Replayed of(
      RunFolder.Contents run, FitFile fit, Optional<String> function, ReplaySettings settings) {
    return new Replay(new RecordedRun(run, fit, function, settings), settings).replay();
  }

  private Replayed replay() {
    var first = scenario(settings.seed());
    long requests = first.functions().stream().mapToLong(Replay::count).sum();
    int count = Replications.within(REQUEST_BUDGET, requests, MOST_REPLICATIONS);
    var replications = Replications.of(this::scenario, settings.seed(), count);
    var functions = new ArrayList<Replayed.OfFunction>();
    for (int k = 0; k < first.functions().size(); k++) {
      functions.add(function(first.functions().get(k).name(), new OneFunction(replications, k)));
    }
    functions.sort(Comparator.comparingDouble(Replay::invocations).reversed());
    return new Replayed(
        Replayed.SCHEMA,
        recording.name(),
        recording.counted(),
        first.duration().toNanos() / 3600e9,
        assumptions(first),
        count,
        sum(replications),
        functions);
  }

  private static double invocations(Replayed.OfFunction function) {
    return function.invocations() == null ? 0 : function.invocations().value();
  }

  private static long count(SimulatedFunction function) {
    long count = 0;
    for (var load : function.loads()) {
      for (var offsets = load.arrivals().offsetsNs(0); offsets.hasNext(); offsets.nextLong()) {
        count++;
      }
    }
    return count;
  }

  private Replayed.Assumptions assumptions(Scenario scenario) {
    var memories = scenario.functions().stream().map(SimulatedFunction::memory).distinct().toList();
    var limits = settings.limits();
    return new Replayed.Assumptions(
        memories.size() == 1 ? memories.get(0).megabytes() : null,
        recording.words().times(),
        recording.words().warm(),
        limits.accountConcurrency(),
        Words.of(limits.keepAlive()),
        Words.of(limits.maxLifetime()),
        settings.tariff().source(),
        settings.seed());
  }

  private Replayed.OfFunction function(String name, OneFunction function) {
    return new Replayed.OfFunction(
        name,
        function.mean(one -> one.tally().arrivals()),
        function.mean(one -> one.tally().coldShare()),
        function.mean(one -> one.tally().throttledShare()),
        function.quantile(FunctionOutcome::client, 0.99),
        function.mean(one -> one.environments().total()),
        function.mean(one -> settings.tariff().usd(one.usage())));
  }

  private Replayed.OfFunction sum(Replications all) {
    return new Replayed.OfFunction(
        "all",
        all.mean(one -> arrivals(one)).orElse(null),
        all.mean(one -> sum(one, f -> f.tally().cold()) / served(one)).orElse(null),
        all.mean(one -> 1 - served(one) / arrivals(one)).orElse(null),
        null,
        all.mean(one -> sum(one, f -> f.environments().total())).orElse(null),
        all.mean(one -> sum(one, f -> settings.tariff().usd(f.usage()))).orElse(null));
  }

  private static double arrivals(Outcome outcome) {
    return sum(outcome, one -> one.tally().arrivals());
  }

  private static double served(Outcome outcome) {
    return arrivals(outcome) - sum(outcome, one -> one.tally().throttled());
  }

  private static double sum(Outcome outcome, ToDoubleFunction<FunctionOutcome> figure) {
    return outcome.functions().stream().mapToDouble(figure).sum();
  }

  private Scenario scenario(long seed) {
    // The last invocation arrives at the recording's very end.
    var end = recording.duration().plusMillis(1);
    return new Scenario(
        settings.limits().accountConcurrency(), recording.functions(seed), end, 1, seed);
  }
}
