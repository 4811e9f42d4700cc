package dev.thaw.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into an interrupt of the thread that works, and keeps the process alive
 * until that thread has cleaned up.
 */
final class Interrupt implements AutoCloseable {
  private static final long CLEAN_UP_SECONDS = 20;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch cleanedUp = new CountDownLatch(1);
  private final Thread hook = new Thread(this::onShutdown, "interrupt");
  private volatile boolean hasStruck;

  Interrupt() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The exit code that the command deserves, unless it was interrupted. */
  int code(int otherwise) {
    return hasStruck ? ExitCode.INTERRUPTED : otherwise;
  }

  private void onShutdown() {
    hasStruck = true;
    worker.interrupt();
    try {
      if (!cleanedUp.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is cleaned up: the process may end. */
  @Override
  public void close() {
    cleanedUp.countDown();
    if (!hasStruck) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException shuttingDownJustNow) {
        return;
      }
    }
  }
}
