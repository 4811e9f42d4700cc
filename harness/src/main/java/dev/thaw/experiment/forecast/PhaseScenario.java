package dev.thaw.experiment.forecast;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.Phase;
import dev.thaw.experiment.StretchSeed;
import dev.thaw.experiment.Variant;
import dev.thaw.invocation.RouteKind;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.BurstArrivals;
import dev.thaw.load.ServiceTimes;
import dev.thaw.model.AsyncSettings;
import dev.thaw.model.Load;
import dev.thaw.model.Scenario;
import dev.thaw.model.SimulatedFunction;
import dev.thaw.model.StreamSettings;
import dev.thaw.rules.Backoff;
import dev.thaw.rules.async.EventInvokeConfig;
import dev.thaw.rules.async.EventPayload;
import dev.thaw.rules.async.RetryPolicy;
import dev.thaw.rules.environment.KeepAlive;
import dev.thaw.rules.environment.Placement;
import dev.thaw.rules.environment.Retention;
import dev.thaw.rules.stream.Batching;
import dev.thaw.rules.stream.ErrorHandling;
import dev.thaw.rules.stream.StartingPosition;
import dev.thaw.rules.stream.StreamMapping;
import dev.thaw.rules.stream.StreamSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A phase of an experiment as the model sees it: the very plan that the generator sends, with every
 * variant as a function of one account. Forced cold starts become bursts so far apart that no
 * environment lives from one to the next.
 */
public final class PhaseScenario {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Duration LONGEST_QUEUE = Duration.ofMinutes(2);
  private static final int MOST_WINDOWS = 10_000;

  private final Experiment experiment;
  private final Phase phase;
  private final long seed;
  private final Map<String, List<Load>> loads = new HashMap<>();
  private final Map<String, Long> nextIndex = new HashMap<>();
  private Duration now = Duration.ZERO;

  private PhaseScenario(Experiment experiment, Phase phase, long seed) {
    this.experiment = experiment;
    this.phase = phase;
    this.seed = seed;
  }

  /** The scenario of one phase, with those service times of each variant. */
  public static Scenario of(
      Experiment experiment, Phase phase, Map<String, ServiceTimes> times, long seed) {
    return of(experiment, phase, times, Map.of(), seed);
  }

  /**
   * The same for a load whose warm-up is over: it finds at least so many environments of a variant
   * as the warm-up is known to have made.
   */
  static Scenario of(
      Experiment experiment,
      Phase phase,
      Map<String, ServiceTimes> times,
      Map<String, Integer> environments,
      long seed) {
    var scenario = new PhaseScenario(experiment, phase, seed);
    scenario.plan(environments);
    return scenario.scenario(times);
  }

  private void plan(Map<String, Integer> environments) {
    if (phase instanceof Phase.Forcing forcing) {
      plan(forcing);
    } else if (phase instanceof Phase.WarmSteadyLoad warm) {
      for (var variant : experiment.variants()) {
        prime(variant, warm.prime(), environments);
        send(variant, warm.warmUp(), false);
      }
      for (int round = 1; round <= warm.rounds(); round++) {
        experiment.inTurn(round).forEach(variant -> send(variant, warm.arrivals(), true));
      }
    } else if (phase instanceof Phase.OpenLoad open) {
      plan(open, environments);
    } else if (phase instanceof Phase.IdleGaps idle) {
      plan(idle);
    }
  }

  private void plan(Phase.Forcing forcing) {
    for (int cycle = 1; cycle <= forcing.cycles(); cycle++) {
      for (var variant : experiment.inTurn(cycle)) {
        send(variant, new BurstArrivals(forcing.concurrency()), true);
      }
      now = now.plus(keepAlive()).plus(maxLifetime());
    }
  }

  private void plan(Phase.OpenLoad open, Map<String, Integer> environments) {
    for (int round = 1; round <= open.rounds(); round++) {
      for (var variant : experiment.inTurn(round)) {
        if (round == 1) {
          if (open.prime() > 0) {
            prime(variant, open.prime(), environments);
          }
          open.warmUp().forEach(warmUp -> send(variant, warmUp, false));
        }
        send(variant, open.arrivals(), true);
      }
    }
    // What waits in queues is let finish.
    now = now.plus(open.route().isAwaited() ? Duration.ZERO : LONGEST_QUEUE);
  }

  private void plan(Phase.IdleGaps idle) {
    var burst = new BurstArrivals(idle.concurrency());
    for (var variant : experiment.variants()) {
      send(variant, burst, false);
      send(variant, idle.warmUp(), false);
      send(variant, burst, false);
      now = now.minus(PAUSE);
      for (int round = 1; round <= idle.rounds(); round++) {
        for (var gap : idle.gaps()) {
          now = now.plus(experiment.platform().onClock(gap));
          send(variant, burst, true);
          now = now.minus(PAUSE);
        }
      }
      now = now.plus(PAUSE);
    }
  }

  /** What the generator sends, and as much at the same time as makes up the environments. */
  private void prime(Variant variant, int prime, Map<String, Integer> environments) {
    int found = environments.getOrDefault(variant.name(), 0);
    if (found > prime) {
      add(variant, new Load.Sync(new BurstArrivals(found - prime), now, seed, false));
    }
    send(variant, new BurstArrivals(prime), false);
  }

  private void add(Variant variant, Load load) {
    loads.computeIfAbsent(variant.name(), added -> new ArrayList<>()).add(load);
  }

  private void send(Variant variant, ArrivalProcess arrivals, boolean isCounted) {
    long first = nextIndex.getOrDefault(variant.name(), 0L);
    long stretchSeed = StretchSeed.of(seed, phase.name(), variant.name(), first);
    add(variant, load(variant, arrivals, stretchSeed, isCounted));
    nextIndex.put(variant.name(), first + count(arrivals, stretchSeed));
    now = now.plus(arrivals.duration()).plus(PAUSE);
  }

  private Load load(Variant variant, ArrivalProcess arrivals, long stretchSeed, boolean isCounted) {
    var route = phase.route();
    if (route.isQueued()) {
      return new Load.Async(arrivals, now, stretchSeed, isCounted, async());
    } else if (route.isStream()) {
      var stream = stream(route);
      return new Load.Stream(
          arrivals,
          now,
          stretchSeed,
          isCounted,
          WarmTime.isSample(variant) ? stream.ofWorkOfRecords() : stream);
    }
    return new Load.Sync(arrivals, now, stretchSeed, isCounted);
  }

  /** Throttled events wait in platform time. */
  private AsyncSettings async() {
    var assumed = RetryPolicy.ASSUMED_PUSHBACK;
    var platform = experiment.platform();
    return new AsyncSettings(
        EventInvokeConfig.DEFAULT,
        new Backoff(platform.onClock(assumed.first()), platform.onClock(assumed.most())),
        0,
        new EventPayload(0));
  }

  /** One shard, and a partition key for each event, as it is deployed. */
  private static StreamSettings stream(RouteKind route) {
    var source = route == RouteKind.KINESIS ? StreamSource.KINESIS : StreamSource.DYNAMODB;
    return StreamSettings.of(
        new StreamMapping(
            source, new StartingPosition.TrimHorizon(), Batching.DEFAULT, ErrorHandling.DEFAULT),
        1);
  }

  private static long count(ArrivalProcess arrivals, long seed) {
    long count = 0;
    for (var offsets = arrivals.offsetsNs(seed); offsets.hasNext(); offsets.nextLong()) {
      count++;
    }
    return count;
  }

  /** Where it matters when something happens, a window lasts a tenth of a second. */
  private int windows() {
    return phase instanceof Phase.OpenLoad
        ? (int)
            Math.max(Scenario.DEFAULT_WINDOWS, Math.min(MOST_WINDOWS, duration().toMillis() / 100))
        : Scenario.DEFAULT_WINDOWS;
  }

  private Duration duration() {
    return now.plus(keepAlive());
  }

  /** As it passes on the clock, on which functions and callers live. */
  private Duration keepAlive() {
    return experiment.platform().onClock(experiment.platform().keepAlive());
  }

  private Duration maxLifetime() {
    return experiment.platform().onClock(experiment.platform().maxLifetime());
  }

  private Scenario scenario(Map<String, ServiceTimes> times) {
    var retention =
        new Retention(KeepAlive.fixed(keepAlive()), maxLifetime(), Placement.MOST_RECENTLY_USED);
    var functions = new ArrayList<SimulatedFunction>();
    for (var variant : experiment.variants()) {
      var serviceTimes = times.get(variant.name());
      if (serviceTimes == null) {
        throw new IllegalArgumentException("no service times of variant " + variant.name());
      }
      functions.add(
          new SimulatedFunction(
              variant.name(),
              variant.function().memory(),
              serviceTimes,
              variant.function().timeout(),
              retention,
              variant.model().concurrency(),
              loads.getOrDefault(variant.name(), List.of())));
    }
    return new Scenario(
        experiment.platform().accountConcurrency(), functions, duration(), windows(), seed);
  }
}
