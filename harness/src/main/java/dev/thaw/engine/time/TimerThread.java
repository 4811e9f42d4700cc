package dev.thaw.engine.time;

import dev.thaw.invocation.Clock;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A thread of its own that runs tasks when the clock has come to their instant. */
final class TimerThread implements PlatformTime.Timer {
  private final Clock clock;
  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(1, new DefaultThreadFactory("thaw-platform", true));

  TimerThread(Clock clock) {
    this.clock = clock;
    executor.setRemoveOnCancelPolicy(true);
  }

  @Override
  public PlatformTime.Cancellable at(long clockNs, Runnable task) {
    long delayNs = Math.max(0, clockNs - clock.nanoTime());
    try {
      var planned = executor.schedule(task, delayNs, TimeUnit.NANOSECONDS);
      return () -> planned.cancel(false);
    } catch (RejectedExecutionException closed) {
      return () -> {};
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
