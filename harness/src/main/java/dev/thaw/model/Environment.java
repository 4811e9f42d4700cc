package dev.thaw.model;

import dev.thaw.rules.environment.PoolEntry;
import dev.thaw.rules.environment.WarmPool;

/** An on-demand execution environment, and the event that its invocation ends. */
final class Environment extends Event {
  private final OnDemand onDemand;
  private final PoolEntry<Environment> entry;
  private boolean isReset;

  Environment(OnDemand onDemand, WarmPool<Environment> pool, long nowNs) {
    this.onDemand = onDemand;
    this.entry = pool.add(this, nowNs);
  }

  PoolEntry<Environment> entry() {
    return entry;
  }

  /** Its runtime was stopped: the next invocation starts it again. */
  void reset() {
    isReset = true;
  }

  /** Whether its runtime has to be started; true only once after a reset. */
  boolean takeReset() {
    boolean was = isReset;
    isReset = false;
    return was;
  }

  @Override
  void fire(long nowNs) {
    onDemand.release(this, nowNs);
  }

  @Override
  void leftOver(long atNs, long endNs) {
    onDemand.leftRunning(atNs - endNs);
  }
}
