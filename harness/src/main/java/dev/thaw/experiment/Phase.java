package dev.thaw.experiment;

import dev.thaw.invocation.Notation;
import dev.thaw.invocation.RouteKind;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.results.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A part of an experiment that every variant goes through. */
public sealed interface Phase {
  String name();

  /** How it measures. */
  Protocol protocol();

  /** What is sent, in words. */
  String load();

  /** How long the load of one variant takes, warm-ups and waits included. */
  Duration duration();

  /** By which route its requests reach the function. */
  default RouteKind route() {
    return RouteKind.SYNC;
  }

  /** A phase that makes every environment stale and then invokes so many times at once. */
  sealed interface Forcing extends Phase permits ForcedColdStarts, ScaleOut {
    /** How often, for each variant. */
    int cycles();

    /** How many at once. */
    int concurrency();

    @Override
    default String load() {
      return "%d cycles of burst %d".formatted(cycles(), concurrency());
    }

    /** Cycles take as long as they take. */
    @Override
    default Duration duration() {
      return Duration.ZERO;
    }
  }

  /**
   * So many cycles for each variant, variants taking turns: make every environment stale, invoke so
   * many times at once, and keep the cycle only if each of them was a cold start.
   */
  record ForcedColdStarts(String name, int cycles, int concurrency) implements Forcing {
    @Override
    public Protocol protocol() {
      return Protocol.FORCED_COLD_STARTS;
    }
  }

  /** The same for bursts, of which the slowest call counts, too. */
  record ScaleOut(String name, int cycles, int concurrency) implements Forcing {
    @Override
    public Protocol protocol() {
      return Protocol.SCALE_OUT;
    }
  }

  /**
   * Open load on each variant in so many rounds, variants taking turns. First so many environments
   * are primed by as many invocations at once, so that the load does not meet a function without
   * any: on few CPUs the cold starts of each other would never end. Then comes a warm-up that does
   * not count.
   */
  record WarmSteadyLoad(
      String name, int prime, ArrivalProcess warmUp, ArrivalProcess arrivals, int rounds)
      implements Phase {
    @Override
    public Protocol protocol() {
      return Protocol.WARM_STEADY_LOAD;
    }

    @Override
    public String load() {
      return inRounds(rounds, arrivals);
    }

    @Override
    public Duration duration() {
      return arrivals.duration().multipliedBy(rounds).plus(warmUp.duration());
    }
  }

  /**
   * Open load on each variant by some route, of which everything counts: cold starts and throttles,
   * too. What goes before it does not count: {@code prime} invocations at once, and a warm-up.
   */
  record OpenLoad(
      String name,
      RouteKind route,
      int prime,
      List<ArrivalProcess> warmUp,
      ArrivalProcess arrivals,
      int rounds)
      implements Phase {
    public OpenLoad {
      warmUp = List.copyOf(warmUp);
    }

    @Override
    public Protocol protocol() {
      return Protocol.OPEN_LOAD;
    }

    @Override
    public String load() {
      var words = inRounds(rounds, arrivals);
      return route == RouteKind.SYNC ? words : route.wire() + ", " + words;
    }

    @Override
    public Duration duration() {
      return warmUp.stream()
          .map(ArrivalProcess::duration)
          .reduce(arrivals.duration().multipliedBy(rounds), Duration::plus);
    }
  }

  /**
   * So many invocations at once after each of these times of idleness, in platform time: after
   * which of them are they cold? The order of the times turns round with every round.
   */
  record IdleGaps(
      String name, List<Duration> gaps, int rounds, int concurrency, ArrivalProcess warmUp)
      implements Phase {
    public IdleGaps {
      gaps = List.copyOf(gaps);
    }

    @Override
    public Protocol protocol() {
      return Protocol.IDLE_GAPS;
    }

    @Override
    public String load() {
      var times = gaps.stream().map(Notation::time).collect(Collectors.joining(", "));
      return "%d rounds of burst %d after %s".formatted(rounds, concurrency, times);
    }

    /** Without the gaps, which pass in platform time. */
    @Override
    public Duration duration() {
      return warmUp.duration();
    }

    /** All gaps, of all rounds. */
    public Duration idle() {
      return gaps.stream().reduce(Duration.ZERO, Duration::plus).multipliedBy(rounds);
    }
  }

  private static String inRounds(int rounds, ArrivalProcess arrivals) {
    return rounds == 1 ? arrivals.toString() : "%d rounds of %s".formatted(rounds, arrivals);
  }
}
