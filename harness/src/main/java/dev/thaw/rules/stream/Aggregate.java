package dev.thaw.rules.stream;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The tumbling window that a lane is in, with the state that its invocations hand on. Unconfirmed:
 * that the invocation which ends a window has no records, and that a window without a record has no
 * such invocation.
 */
final class Aggregate {
  private static final String FRESH = "{}";

  private final Tumbling tumbling;
  private boolean isOpen;
  private boolean isTooLarge;
  private long startNs;
  private String state = FRESH;

  Aggregate(Tumbling tumbling) {
    this.tumbling = tumbling;
  }

  boolean isOpen() {
    return isOpen;
  }

  long endNs() {
    return startNs + tumbling.length().toNanos();
  }

  /** Whether a record belongs to the window, or opens one. */
  boolean takes(StreamRecord record) {
    return tumbling.isNone() || !isOpen || record.arrivedNs() - endNs() < 0;
  }

  /** Whether the window has to end before anything else, given the record that comes next. */
  boolean isOver(@Nullable StreamRecord next) {
    return isTooLarge || (next != null && !takes(next));
  }

  void open(StreamRecord first) {
    if (!tumbling.isNone() && !isOpen) {
      isOpen = true;
      startNs = tumbling.startNs(first.arrivedNs());
    }
  }

  /** What an invocation is told; null without windows. */
  @Nullable TumblingWindow window(boolean isFinal) {
    return tumbling.isNone()
        ? null
        : new TumblingWindow(startNs, endNs(), state, isFinal, isFinal && isTooLarge);
  }

  void hand(String next) {
    state = next;
    isTooLarge = next.getBytes(StandardCharsets.UTF_8).length > Tumbling.MOST_STATE_BYTES;
  }

  /** Its final invocation has succeeded; after an early one, records open it afresh. */
  void close() {
    isOpen = false;
    isTooLarge = false;
    state = FRESH;
  }
}
