package dev.thaw.model;

import dev.thaw.load.ArrivalProcess;
import java.time.Duration;

/** Load on a simulated function. */
public sealed interface Load permits Load.Sync, Load.Async, Load.Stream, Load.Queue {
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

  /** Events, each an asynchronous invocation, which Lambda queues and retries. */
  record Async(
      ArrivalProcess arrivals, Duration start, long seed, boolean isCounted, AsyncSettings settings)
      implements Load {
    /** From the start of the simulation. */
    public static Async of(ArrivalProcess arrivals, long seed, AsyncSettings settings) {
      return new Async(arrivals, Duration.ZERO, seed, true, settings);
    }
  }

  /** Records put into a stream that Lambda reads for the function. */
  record Stream(
      ArrivalProcess arrivals,
      Duration start,
      long seed,
      boolean isCounted,
      StreamSettings settings)
      implements Load {
    /** From the start of the simulation. */
    public static Stream of(ArrivalProcess arrivals, long seed, StreamSettings settings) {
      return new Stream(arrivals, Duration.ZERO, seed, true, settings);
    }

    /** The same, read from so long after its start on. */
    public Stream mappedAfter(Duration wait) {
      return new Stream(arrivals, start, seed, isCounted, settings.mappedAfter(wait));
    }
  }

  /** Messages put into a queue that Lambda reads for the function. */
  record Queue(
      ArrivalProcess arrivals, Duration start, long seed, boolean isCounted, QueueSettings settings)
      implements Load {
    /** From the start of the simulation. */
    public static Queue of(ArrivalProcess arrivals, long seed, QueueSettings settings) {
      return new Queue(arrivals, Duration.ZERO, seed, true, settings);
    }
  }
}
