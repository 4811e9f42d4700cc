package dev.thaw.engine.dynamodb.stream;

import dev.thaw.engine.stream.EventShard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The changes of a table in their order, as long as they are kept: for 24 hours of platform time,
 * and never more than a million. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html">
 *     Change data capture for DynamoDB Streams</a>
 */
final class ChangeShard implements EventShard {
  static final long RETENTION_NS = Duration.ofHours(24).toNanos();
  static final int MOST = 1_000_000;

  private final StreamIdentity stream;
  private final LongSupplier platformNs;
  private final int most;
  private final List<ChangeRecord> records = new ArrayList<>();
  private final List<Runnable> waiters = new ArrayList<>();
  // How many at the beginning of the list are no longer kept.
  private int trimmed;
  private long firstPosition;
  private boolean isClosed;

  ChangeShard(StreamIdentity stream, LongSupplier platformNs, int most) {
    this.stream = stream;
    this.platformNs = platformNs;
    this.most = most;
  }

  @Override
  public String id() {
    return stream.shardId();
  }

  @Override
  public List<String> parents() {
    return List.of();
  }

  void append(ItemChange change) {
    wake(appended(change));
  }

  private synchronized List<Runnable> appended(ItemChange change) {
    if (isClosed) {
      return List.of();
    }
    long now = platformNs.getAsLong();
    records.add(new ChangeRecord(stream, firstPosition + records.size(), change, now));
    trim(now);
    return takeWaiters();
  }

  void close() {
    wake(closed());
  }

  private synchronized List<Runnable> closed() {
    isClosed = true;
    return takeWaiters();
  }

  private List<Runnable> takeWaiters() {
    var taken = List.copyOf(waiters);
    waiters.clear();
    return taken;
  }

  private static void wake(List<Runnable> waiters) {
    waiters.forEach(Runnable::run);
  }

  private void trim(long now) {
    while (trimmed < records.size()
        && (records.size() - trimmed > most
            || now - records.get(trimmed).arrivedNs() > RETENTION_NS)) {
      trimmed++;
    }
    // Moving what is left costs as much as was trimmed at most.
    if (trimmed > 1024 && trimmed > records.size() / 2) {
      records.subList(0, trimmed).clear();
      firstPosition += trimmed;
      trimmed = 0;
    }
  }

  @Override
  public synchronized List<ChangeRecord> read(long position, int most) {
    trim(platformNs.getAsLong());
    long from = Math.max(position + 1 - firstPosition, trimmed);
    if (from >= records.size()) {
      return List.of();
    }
    return List.copyOf(records.subList((int) from, (int) Math.min(records.size(), from + most)));
  }

  @Override
  public synchronized boolean isEnded(long position) {
    return isClosed && position >= lastPosition();
  }

  @Override
  public void whenMore(long position, Runnable task) {
    if (!isWaiting(position, task)) {
      task.run();
    }
  }

  private synchronized boolean isWaiting(long position, Runnable task) {
    if (position < lastPosition() || isClosed) {
      return false;
    }
    return waiters.add(task);
  }

  synchronized long lastPosition() {
    return firstPosition + records.size() - 1;
  }

  /** The position of the oldest record that is kept, or of the next one if none is. */
  synchronized long oldestPosition() {
    trim(platformNs.getAsLong());
    return firstPosition + trimmed;
  }

  synchronized boolean isClosed() {
    return isClosed;
  }
}
