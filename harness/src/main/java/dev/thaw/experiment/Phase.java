package dev.thaw.experiment;

import dev.thaw.load.ArrivalProcess;
import java.time.Duration;

/** A part of an experiment that every variant goes through. */
public sealed interface Phase {
  String name();

  /** The protocol's name in experiment files, run folders and reports. */
  String protocol();

  /** What is sent, in words. */
  String load();

  /**
   * So many cycles for each variant, variants taking turns: make every environment stale, invoke so
   * many times at once, and keep the cycle only if each of them was a cold start.
   */
  record ForcedColdStarts(String name, int cycles, int concurrency) implements Phase {
    /** How files spell it. */
    public static final String PROTOCOL = "forced-cold-starts";

    @Override
    public String protocol() {
      return PROTOCOL;
    }

    @Override
    public String load() {
      return "%d cycles of burst %d".formatted(cycles, concurrency);
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
    /** How files spell it. */
    public static final String PROTOCOL = "warm-steady-load";

    @Override
    public String protocol() {
      return PROTOCOL;
    }

    @Override
    public String load() {
      return rounds == 1 ? arrivals.toString() : "%d rounds of %s".formatted(rounds, arrivals);
    }

    /** How long one variant takes, warm-up included. */
    public Duration duration() {
      return arrivals.duration().multipliedBy(rounds).plus(warmUp.duration());
    }
  }
}
