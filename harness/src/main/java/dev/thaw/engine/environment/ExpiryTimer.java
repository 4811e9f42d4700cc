package dev.thaw.engine.environment;

import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Wakes up when the next environment has had its time. Environments that are used in the meantime
 * only make it wake up early, so that a release costs a comparison.
 */
final class ExpiryTimer {
  /** Plans a task at an instant. */
  @FunctionalInterface
  interface Timer {
    void at(long instantNs, Runnable task);
  }

  private final Timer timer;
  private final Supplier<OptionalLong> expire;
  private volatile long plannedNs;
  private volatile boolean isPlanned;

  /** {@code expire} ends what has had its time and tells when the next one will have. */
  ExpiryTimer(Timer timer, Supplier<OptionalLong> expire) {
    this.timer = timer;
    this.expire = expire;
  }

  /** Something will have had its time then. */
  void expectBy(long instantNs) {
    if (!isPlanned || instantNs - plannedNs < 0) {
      plan(instantNs);
    }
  }

  private synchronized void plan(long instantNs) {
    if (!isPlanned || instantNs - plannedNs < 0) {
      isPlanned = true;
      plannedNs = instantNs;
      timer.at(instantNs, () -> wake(instantNs));
    }
  }

  private void wake(long instantNs) {
    synchronized (this) {
      if (!isPlanned || instantNs != plannedNs) {
        // An earlier instant was planned since.
        return;
      }
      isPlanned = false;
    }
    expire.get().ifPresent(this::expectBy);
  }
}
