package dev.thaw.engine.trigger.stream;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A task that whoever wants may ask to run, and that runs on an executor: never twice at the same
 * time, and at least once after it was asked. What it alone touches needs no lock. Thread-safe.
 */
final class SerialTask {
  private final Executor executor;
  private final Runnable task;
  private final AtomicInteger asked = new AtomicInteger();

  SerialTask(Executor executor, Runnable task) {
    this.executor = executor;
    this.task = task;
  }

  void wake() {
    if (asked.getAndIncrement() == 0) {
      try {
        executor.execute(this::run);
      } catch (RejectedExecutionException closed) {
        // The engine has ended, and the task with it.
        asked.set(Integer.MIN_VALUE);
      }
    }
  }

  private void run() {
    boolean isDone = false;
    try {
      while (!isDone) {
        int seen = asked.get();
        task.run();
        isDone = asked.compareAndSet(seen, 0);
      }
    } finally {
      if (!isDone) {
        asked.set(0);
      }
    }
  }
}
