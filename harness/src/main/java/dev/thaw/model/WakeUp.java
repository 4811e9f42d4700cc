package dev.thaw.model;

import java.util.function.LongConsumer;

/** Calls somebody at the earliest of the instants that were asked for since the last call. */
final class WakeUp extends Event {
  private final Timeline timeline;
  private final LongConsumer sleeper;
  private long dueNs = TimeHeap.NEVER;

  WakeUp(Timeline timeline, LongConsumer sleeper) {
    this.timeline = timeline;
    this.sleeper = sleeper;
  }

  void at(long atNs) {
    if (atNs < dueNs) {
      dueNs = atNs;
      timeline.resume(atNs, this);
    }
  }

  @Override
  void fire(long nowNs) {
    if (nowNs != dueNs) {
      // An earlier one took this one's place.
      return;
    }
    dueNs = TimeHeap.NEVER;
    sleeper.accept(nowNs);
  }
}
