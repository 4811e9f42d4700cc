package dev.thaw.invocation;

import java.time.Duration;
import java.time.Instant;

/**
 * Where time comes from: handed to everything that needs it, so that tests and the model bring
 * their own.
 */
public interface Clock {
  /** Nanoseconds of a clock that only goes forward; for differences alone. */
  long nanoTime();

  /** Nanoseconds of a processor that the calling thread has used; for differences alone. */
  default long cpuNs() {
    return nanoTime();
  }

  /** The instant of day, advancing with {@link #nanoTime}. */
  Instant now();

  /** Waits that long, or until the thread is interrupted (whose flag is then set again). */
  void sleep(Duration duration);

  /** Nanoseconds since the epoch. */
  default long epochNs() {
    var now = now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }
}
