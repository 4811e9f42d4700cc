package dev.thaw.rules.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Reads a shard: at the source's polling rate while there is nothing new, and again as soon as the
 * shard's limits allow while a read left records behind.
 */
final class ShardReader<R extends StreamRecord> {
  private final ReadLimits limits;
  private final long intervalNs;
  private final Deque<R> unread = new ArrayDeque<>();
  private long nextPollNs;

  ShardReader(StreamSource source, long startedNs) {
    this.limits = source.limits();
    this.intervalNs = source.pollInterval().toNanos();
    this.nextPollNs = startedNs;
  }

  void append(R record) {
    unread.addLast(record);
  }

  /** It does not poll any more, but did until now. */
  void pause(long nowNs) {
    if (nextPollNs <= nowNs) {
      nextPollNs += Math.floorDiv(nowNs - nextPollNs, intervalNs) * intervalNs + intervalNs;
    }
  }

  /** It was not polling until now. */
  void resume(long nowNs) {
    nextPollNs = Math.max(nextPollNs, nowNs);
  }

  /** When a poll will find something; polls that find nothing are not waited for. */
  long nextReadNs() {
    var first = unread.peekFirst();
    if (first == null) {
      return Long.MAX_VALUE;
    }
    long missedNs = first.arrivedNs() - nextPollNs;
    long empty = missedNs <= 0 ? 0 : -Math.floorDiv(-missedNs, intervalNs);
    return nextPollNs + empty * intervalNs;
  }

  /** Reads what one poll can bring. */
  void read(long nowNs, Consumer<R> sink) {
    long bytes = 0;
    for (int count = 0; hasArrived(nowNs) && count < limits.records(); count++) {
      var record = unread.getFirst();
      if (count > 0 && bytes + record.bytes() > limits.bytes()) {
        break;
      }
      bytes += record.bytes();
      sink.accept(unread.removeFirst());
    }
    long pauseNs = limits.pauseNs(bytes);
    nextPollNs = nowNs + (hasArrived(nowNs) ? pauseNs : Math.max(intervalNs, pauseNs));
  }

  private boolean hasArrived(long nowNs) {
    var first = unread.peekFirst();
    return first != null && first.arrivedNs() - nowNs <= 0;
  }

  /** Whether a record is unread that arrived before that instant. */
  boolean hasBefore(long instantNs) {
    var first = unread.peekFirst();
    return first != null && first.arrivedNs() - instantNs < 0;
  }

  int unread() {
    return unread.size();
  }
}
