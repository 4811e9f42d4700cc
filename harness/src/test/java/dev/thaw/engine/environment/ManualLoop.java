package dev.thaw.engine.environment;

import dev.thaw.engine.time.PlatformTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;

/** A loop that runs in the test's thread, on a clock that the test moves. */
public final class ManualLoop implements EnvironmentLoop {
  private final ManualClock clock;
  private final Queue<Runnable> submitted = new ArrayDeque<>();
  private final List<Planned> planned = new ArrayList<>();

  private record Planned(long instantNs, Runnable task) {}

  public ManualLoop(ManualClock clock) {
    this.clock = clock;
  }

  @Override
  public void execute(Runnable task) {
    submitted.add(task);
  }

  @Override
  public Cancellable at(long instantNs, Runnable task) {
    var entry = new Planned(instantNs, task);
    planned.add(entry);
    return () -> planned.remove(entry);
  }

  public void run() {
    for (var task = submitted.poll(); task != null; task = submitted.poll()) {
      task.run();
    }
  }

  /** Moves the clock, stopping for all that is due on the way. */
  public void advance(Duration duration) {
    run();
    long untilNs = clock.nanoTime() + duration.toNanos();
    while (true) {
      var next =
          planned.stream()
              .filter(entry -> entry.instantNs() <= untilNs)
              .min(Comparator.comparingLong(Planned::instantNs));
      if (next.isEmpty()) {
        break;
      }
      planned.remove(next.orElseThrow());
      // What is due since an instant that has passed does not turn the clock back.
      long aheadNs = Math.max(0, next.orElseThrow().instantNs() - clock.nanoTime());
      clock.advance(Duration.ofNanos(aheadNs));
      next.orElseThrow().task().run();
      run();
    }
    clock.advance(Duration.ofNanos(untilNs - clock.nanoTime()));
  }

  /** Platform time on this loop. */
  public PlatformTime.Timer timer() {
    return new PlatformTime.Timer() {
      @Override
      public PlatformTime.Cancellable at(long clockNs, Runnable task) {
        var planned = ManualLoop.this.at(clockNs, task);
        return planned::cancel;
      }

      @Override
      public void close() {}
    };
  }

  boolean hasPlans() {
    return !planned.isEmpty();
  }
}
