package dev.thaw.gatling;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * Nanoseconds since the epoch, and waiting for one of them: a wall-clock reading plus elapsed
 * nanoseconds, read anew for each stretch of load so that a long run follows the machine's clock.
 *
 * <p>Waiting parks until shortly before the time and spins the rest, because a parked thread wakes
 * some 50 us late on Linux.
 */
final class EpochClock {
  private static final long NS_PER_SECOND = 1_000_000_000L;
  private static final long SPIN_NS = 80_000;
  private static final long LONGEST_PARK_NS = 100_000_000;

  private final long offsetNs;

  EpochClock() {
    var now = Instant.now();
    offsetNs = now.getEpochSecond() * NS_PER_SECOND + now.getNano() - System.nanoTime();
  }

  long now() {
    return offsetNs + System.nanoTime();
  }

  /** Waits until that time; ends early, and says false, when asked to stop. */
  boolean awaitUntil(long epochNs, StopSignal stop) {
    long left = epochNs - now();
    while (left > SPIN_NS) {
      if (stop.isRaised()) {
        return false;
      }
      LockSupport.parkNanos(Math.min(left - SPIN_NS, LONGEST_PARK_NS));
      left = epochNs - now();
    }
    while (now() < epochNs) {
      Thread.onSpinWait();
    }
    return !stop.isRaised();
  }

  /** Lets that long pass, more or less. */
  static void pause(long ns) {
    LockSupport.parkNanos(ns);
  }
}
