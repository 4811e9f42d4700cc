package dev.thaw.rules.stream;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An event source mapping at work on one shard: it reads records, gathers batches, and knows what
 * to do with those that fail. Records with the same partition key are processed in their order.
 *
 * <pre>{@code
 * mapping.append(record);
 * for (var action = mapping.next(now); action != null; action = mapping.next(now)) { ... }
 * mapping.settle(batch, result, then);  // after which there may be something to do, too
 * }</pre>
 *
 * <p>While every lane is busy or has a full batch the shard is not read; after that it is read at
 * once, unless it was read less than a polling interval ago. Unconfirmed: the waiting times before
 * retries, whether a batch is retried before the age of its records is looked at (here: not), and
 * what bisecting does when the first record of a batch is reported as failed (here: nothing).
 *
 * <p>Not thread-safe; instants are nanoseconds of any clock that only goes forward.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">Lambda and
 *     Kinesis</a>
 */
public final class ShardMapping<R extends StreamRecord> {
  private final StreamMapping mapping;
  private final long startedNs;
  private final ShardReader<R> reader;
  private final List<Lane<R>> lanes;
  private boolean isStalled;

  public ShardMapping(StreamMapping mapping, long startedNs) {
    this.mapping = mapping;
    this.startedNs = startedNs;
    this.reader = new ShardReader<>(mapping.source(), startedNs);
    this.lanes =
        IntStream.range(0, mapping.batching().parallelizationFactor())
            .mapToObj(number -> new Lane<R>(number, mapping, startedNs, reader::hasBefore))
            .toList();
  }

  /**
   * A record has been put into the shard, in the order of arrival; false when it lies before the
   * mapping's starting position.
   */
  public boolean append(R record) {
    boolean isRead = mapping.start().isRead(record.arrivedNs(), startedNs);
    if (isRead) {
      reader.append(record);
    }
    return isRead;
  }

  /** What to do now; null when there is nothing. Ask until there is nothing. */
  public @Nullable Action<R> next(long nowNs) {
    readIfDue(nowNs);
    for (var lane : lanes) {
      var action = lane.next(nowNs);
      if (action != null) {
        return action;
      }
    }
    if (!isStalled && !isHungry()) {
      reader.pause(nowNs);
      isStalled = true;
    }
    return null;
  }

  private void readIfDue(long nowNs) {
    if (!isHungry()) {
      return;
    }
    if (isStalled) {
      reader.resume(nowNs);
      isStalled = false;
    }
    if (reader.nextReadNs() <= nowNs) {
      reader.read(nowNs, record -> laneOf(record).add(record, nowNs));
    }
  }

  private Lane<R> laneOf(R record) {
    return lanes.get(Math.floorMod(record.keyHash(), lanes.size()));
  }

  private boolean isHungry() {
    for (var lane : lanes) {
      if (lane.isHungry()) {
        return true;
      }
    }
    return false;
  }

  /** When there is something to do if nothing happens before; in the past if there is now. */
  public OptionalLong nextNs() {
    long next = isHungry() ? reader.nextReadNs() : Long.MAX_VALUE;
    for (var lane : lanes) {
      next = Math.min(next, lane.nextNs());
    }
    return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
  }

  /** What came of a batch that was sent. */
  public void settle(Batch<R> batch, BatchResult result, long nowNs) {
    lanes.get(batch.lane()).settle(result, nowNs);
  }

  /** Records that are waiting in the shard to be read. */
  public int unread() {
    return reader.unread();
  }

  /** Records that are neither processed nor discarded yet. */
  public int pending() {
    return reader.unread() + lanes.stream().mapToInt(Lane::held).sum();
  }
}
