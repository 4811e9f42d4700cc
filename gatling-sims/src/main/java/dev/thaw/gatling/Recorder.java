package dev.thaw.gatling;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes and records landed flights on a thread of its own, so that no event loop ever waits for
 * it, and says twice a second where the stretch under watch stands.
 */
final class Recorder implements AutoCloseable {
  private static final long IDLE_NS = 2_000_000;
  private static final long PROGRESS_NS = 500_000_000;
  private static final long STOP_CHECK_MS = 100;

  private final ConcurrentLinkedQueue<Flight> landed = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable FiredStretch> watched = new AtomicReference<>();
  private final Consumer<FiredStretch> progress;
  private final EpochClock clock = new EpochClock();
  private final Thread thread = new Thread(this::run, "recorder");
  private volatile boolean closing;

  Recorder(Consumer<FiredStretch> progress) {
    this.progress = progress;
    thread.setDaemon(true);
    thread.start();
  }

  void add(Flight flight) {
    landed.add(flight);
  }

  void watch(FiredStretch stretch) {
    watched.set(stretch);
  }

  /** Waits until all that the watched stretch launched is recorded, or is given up on a stop. */
  void await(FiredStretch stretch, StopSignal stop) {
    while (!stretch.awaitEnd(STOP_CHECK_MS)) {
      if (stop.isRaised()) {
        stretch.giveUp("the generator was stopped before an answer came");
      }
    }
    watched.set(null);
  }

  private void run() {
    long next = clock.now() + PROGRESS_NS;
    while (!closing || !landed.isEmpty()) {
      recordLanded();
      var stretch = watched.get();
      if (stretch != null) {
        stretch.checkEnd();
        if (clock.now() >= next) {
          next = clock.now() + PROGRESS_NS;
          stretch.giveUpOverdue();
          progress.accept(stretch);
        }
      }
      EpochClock.pause(IDLE_NS);
    }
  }

  private void recordLanded() {
    for (var flight = landed.poll(); flight != null; flight = landed.poll()) {
      flight.stretch().record(flight);
    }
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
