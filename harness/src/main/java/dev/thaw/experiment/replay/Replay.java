package dev.thaw.experiment.replay;

import dev.thaw.experiment.ModelInputException;
import dev.thaw.experiment.predict.OneFunction;
import dev.thaw.experiment.predict.Replications;
import dev.thaw.experiment.predict.Words;
import dev.thaw.load.ServiceTimePreset;
import dev.thaw.load.ServiceTimes;
import dev.thaw.load.TracedLoad;
import dev.thaw.load.trace.TraceExtract;
import dev.thaw.model.Concurrency;
import dev.thaw.model.FunctionOutcome;
import dev.thaw.model.Load;
import dev.thaw.model.Outcome;
import dev.thaw.model.Scenario;
import dev.thaw.model.SimulatedFunction;
import dev.thaw.rules.environment.KeepAlive;
import dev.thaw.rules.environment.Placement;
import dev.thaw.rules.environment.Retention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Runs the model under a trace. */
public final class Replay {
  private static final int MOST_REPLICATIONS = 10;
  private static final long REQUEST_BUDGET = 20_000_000;

  private final List<TracedLoad> loads;
  private final TraceExtract extract;
  private final ReplaySettings settings;
  private final ServiceTimePreset preset;

  private Replay(TraceExtract extract, ReplaySettings settings) {
    this.extract = extract;
    this.settings = settings;
    this.preset = preset(settings.times());
    this.loads = TracedLoad.read(extract);
  }

  private static ServiceTimePreset preset(String name) {
    try {
      return ServiceTimePreset.find(name);
    } catch (IllegalArgumentException e) {
      throw new ModelInputException(String.valueOf(e.getMessage()), e);
    }
  }

  /** What the model says of that part of a trace. */
  public static Replayed of(TraceExtract extract, ReplaySettings settings) {
    return new Replay(extract, settings).replay();
  }

  private Replayed replay() {
    var first = scenario(settings.seed());
    long requests = loads.stream().mapToLong(load -> count(load)).sum();
    int count = Replications.within(REQUEST_BUDGET, requests, MOST_REPLICATIONS);
    var replications = Replications.of(this::scenario, settings.seed(), count);
    var functions = new ArrayList<Replayed.OfFunction>();
    for (int k = 0; k < loads.size(); k++) {
      functions.add(function(loads.get(k).function(), new OneFunction(replications, k)));
    }
    functions.sort(Comparator.comparingDouble(Replay::invocations).reversed());
    return new Replayed(
        Replayed.SCHEMA,
        extract.toString(),
        first.duration().toNanos() / 3600e9,
        assumptions(),
        count,
        sum(replications),
        functions);
  }

  private static double invocations(Replayed.OfFunction function) {
    return function.invocations() == null ? 0 : function.invocations().value();
  }

  private static long count(TracedLoad load) {
    long count = 0;
    for (var offsets = load.arrivals().offsetsNs(0); offsets.hasNext(); offsets.nextLong()) {
      count++;
    }
    return count;
  }

  private Replayed.Assumptions assumptions() {
    return new Replayed.Assumptions(
        settings.memory().megabytes(),
        "%s: %s, %s. %s"
            .formatted(
                preset.name(),
                preset.origin().source(),
                preset.origin().date(),
                preset.origin().assumed()),
        settings.warm() == null ? "from the trace" : settings.warm().toString(),
        settings.accountConcurrency(),
        Words.of(settings.kept().keepAlive()),
        Words.of(settings.kept().maxLifetime()),
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
    var retention =
        new Retention(
            KeepAlive.fixed(settings.kept().keepAlive()),
            settings.kept().maxLifetime(),
            Placement.MOST_RECENTLY_USED);
    var functions = new ArrayList<SimulatedFunction>();
    var length = Duration.ZERO;
    for (int k = 0; k < loads.size(); k++) {
      var load = loads.get(k);
      functions.add(
          new SimulatedFunction(
              load.function(),
              settings.memory(),
              times(load),
              null,
              retention,
              Concurrency.ON_DEMAND,
              List.of(Load.Sync.of(load.arrivals(), seed + k))));
      length = load.arrivals().duration();
    }
    // The last invocation arrives at the trace's very end.
    var end = length.plusMillis(1);
    return new Scenario(settings.accountConcurrency(), functions, end, 1, seed);
  }

  private ServiceTimes times(TracedLoad load) {
    var warm = settings.warm() == null ? load.durations().orElse(null) : settings.warm();
    if (warm == null) {
      throw new ModelInputException(
          "the trace does not say how long '%s' takes; give --warm, for example 'lognormal 50 ms 0.8'"
              .formatted(load.function()));
    }
    return preset.times(settings.memory(), warm, 0);
  }
}
