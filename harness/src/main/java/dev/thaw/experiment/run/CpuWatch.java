package dev.thaw.experiment.run;

import dev.thaw.invocation.Clock;
import dev.thaw.results.CpuUse;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** Notes four times a second how busy the machine's processors are, until it is closed. */
final class CpuWatch implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(250);

  private final Thread thread;

  /**
   * A watch that has yet to start.
   *
   * @param busy the share of all processors' time that was used since it was last asked; negative
   *     where that is unknown
   * @param uses told of each period, in a thread of the watch's own
   */
  CpuWatch(DoubleSupplier busy, Clock clock, Consumer<CpuUse> uses) {
    thread = new Thread(() -> watch(busy, clock, uses), "cpu-watch");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private static void watch(DoubleSupplier busy, Clock clock, Consumer<CpuUse> uses) {
    double ignored = busy.getAsDouble();
    for (long from = clock.epochNs(); !Thread.currentThread().isInterrupted(); ) {
      clock.sleep(PERIOD);
      long to = clock.epochNs();
      double share = busy.getAsDouble();
      if (share >= 0) {
        uses.accept(new CpuUse(from, to, share));
      }
      from = to;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    boolean wasInterrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        wasInterrupted = true;
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
