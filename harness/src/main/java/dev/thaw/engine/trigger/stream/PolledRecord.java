package dev.thaw.engine.trigger.stream;

import dev.thaw.engine.stream.EventRecord;
import dev.thaw.rules.stream.StreamRecord;
import org.jspecify.annotations.Nullable;

/** A record that one mapping has read, and what came of it there. Not thread-safe. */
final class PolledRecord implements StreamRecord {
  private final EventRecord event;
  private @Nullable Attempt last;
  private boolean isDone;

  PolledRecord(EventRecord event) {
    this.event = event;
  }

  EventRecord event() {
    return event;
  }

  @Override
  public long arrivedNs() {
    return event.arrivedNs();
  }

  @Override
  public int bytes() {
    return event.bytes();
  }

  @Override
  public int keyHash() {
    return event.keyHash();
  }

  /** The latest invocation with it, if there was one. */
  @Nullable Attempt last() {
    return last;
  }

  void attempted(Attempt attempt) {
    last = attempt;
  }

  /** Whether it was processed or discarded. */
  boolean isDone() {
    return isDone;
  }

  void finish() {
    isDone = true;
  }
}
