package dev.thaw.model;

import java.util.function.LongConsumer;

/** Acts at the earliest of the instants it was asked for, and then waits to be asked again. */
final class Reminder extends Event {
  private final Timeline timeline;
  private final LongConsumer action;
  private final boolean isBeginning;
  private long dueNs = TimeHeap.NEVER;

  /** Of something that ends. The action is given the instant, and may ask for another one. */
  Reminder(Timeline timeline, LongConsumer action) {
    this(timeline, action, false);
  }

  private Reminder(Timeline timeline, LongConsumer action, boolean isBeginning) {
    this.timeline = timeline;
    this.action = action;
    this.isBeginning = isBeginning;
  }

  /** Of something that begins. */
  static Reminder ofBeginning(Timeline timeline, LongConsumer action) {
    return new Reminder(timeline, action, true);
  }

  void at(long instantNs) {
    if (instantNs < dueNs) {
      dueNs = instantNs;
      if (isBeginning) {
        timeline.resume(instantNs, this);
      } else {
        timeline.end(instantNs, this);
      }
    }
  }

  @Override
  void fire(long nowNs) {
    // Otherwise an earlier instant has taken this one's place.
    if (nowNs == dueNs) {
      dueNs = TimeHeap.NEVER;
      action.accept(nowNs);
    }
  }
}
