package dev.thaw.model;

import dev.thaw.load.ArrivalProcess;
import java.time.Duration;

/** Load on a simulated function. */
public sealed interface Load permits Load.Sync {
  ArrivalProcess arrivals();

  /** When its first arrival could be, from the start of the simulation. */
  Duration start();

  /** What its arrivals are drawn from: the same number gives the generator the same plan. */
  long seed();

  /** Whether it counts in the outcome; a warm-up does not. */
  boolean isCounted();

  /** Callers that wait for the answer and do not try again. */
  record Sync(ArrivalProcess arrivals, Duration start, long seed, boolean isCounted)
      implements Load {
    /** From the start of the simulation. */
    public static Sync of(ArrivalProcess arrivals, long seed) {
      return new Sync(arrivals, Duration.ZERO, seed, true);
    }
  }
}
