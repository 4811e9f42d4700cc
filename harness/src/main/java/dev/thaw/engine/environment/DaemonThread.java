package dev.thaw.engine.environment;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread for tasks in their order, which does not keep the JVM alive. */
final class DaemonThread {
  private DaemonThread() {}

  /** Submit to it: a submitted task that throws does not end the thread. Once shut down, deaf. */
  static ExecutorService named(String name) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        task -> {
          var thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
  }
}
