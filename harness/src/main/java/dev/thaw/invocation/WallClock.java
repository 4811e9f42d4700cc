package dev.thaw.invocation;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;

/**
 * The machine's clocks, and the only class that asks them: a wall-clock reading plus elapsed
 * nanoseconds.
 */
public final class WallClock implements Clock {
  private final Instant start = Instant.now();
  private final long startNs = System.nanoTime();

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public long cpuNs() {
    var threads = ManagementFactory.getThreadMXBean();
    return threads.isCurrentThreadCpuTimeSupported()
        ? threads.getCurrentThreadCpuTime()
        : nanoTime();
  }

  @Override
  public Instant now() {
    return start.plusNanos(System.nanoTime() - startNs);
  }

  @Override
  public void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis(), (int) (duration.toNanos() % 1_000_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
