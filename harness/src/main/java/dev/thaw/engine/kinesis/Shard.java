package dev.thaw.engine.kinesis;

import dev.thaw.engine.stream.EventShard;
import dev.thaw.rules.stream.ShardReads;
import dev.thaw.rules.stream.ShardWrites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One shard: its records, what it takes and gives per second, and who waits for more. */
final class Shard implements EventShard {
  private static final int MOST_RETURNED_BYTES = 10 << 20;

  private final StreamName stream;
  private final Origin origin;
  private final String id;
  private final Shelf shelf;
  private final ShardWrites writes;
  private final ShardReads reads;
  private final RecordLog records = new RecordLog();
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean isClosed;
  private long closedNs;

  /**
   * Where a shard comes from.
   *
   * @param createdSeconds of the epoch
   */
  record Origin(int number, HashRange range, List<String> parents, long createdSeconds) {}

  /** What an iterator got: the records, and how far behind the tip it is then. */
  record Got(List<StoredRecord> records, long next, long millisBehind, boolean isEnded) {}

  Shard(StreamName stream, Origin origin, Shelf shelf) {
    this.stream = stream;
    this.origin = origin;
    this.id = id(origin.number());
    this.shelf = shelf;
    this.writes = new ShardWrites(shelf.clock().nanoTime());
    this.reads = new ShardReads(shelf.clock().nanoTime());
  }

  StreamName stream() {
    return stream;
  }

  HashRange range() {
    return origin.range();
  }

  int number() {
    return origin.number();
  }

  @Override
  public String id() {
    return id;
  }

  static String id(int number) {
    return "shardId-%012d".formatted(number);
  }

  @Override
  public List<String> parents() {
    return origin.parents();
  }

  String sequenceNumber(long position) {
    return new SequenceNumber(origin.createdSeconds(), origin.number(), position).toString();
  }

  /** Whether that number is one of this very shard's. */
  boolean isOwn(SequenceNumber number) {
    return number.createdSeconds() == origin.createdSeconds() && number.shard() == origin.number();
  }

  /** Takes a record, unless the shard has been closed. */
  Optional<StoredRecord> put(NewRecord content) {
    List<Runnable> told;
    StoredRecord record;
    synchronized (this) {
      if (isClosed) {
        return Optional.empty();
      }
      var clock = shelf.clock();
      if (!writes.put(content.size(), clock.nanoTime())) {
        throw KinesisError.rateExceeded(id(), stream);
      }
      record = new StoredRecord(this, records.next(), content, clock.now(), shelf.time().nowNs());
      records.add(record);
      shelf.added(record.size());
      trim();
      told = takeWaiting();
    }
    told.forEach(Runnable::run);
    return Optional.of(record);
  }

  private List<Runnable> takeWaiting() {
    if (waiting.isEmpty()) {
      return List.of();
    }
    var all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }

  /** Forgets what is too old, and the oldest while all streams together hold too much. */
  private void trim() {
    long horizon = shelf.horizonNs();
    while (!records.isEmpty()
        && (records.get(records.first()).arrivedNs() < horizon
            || (shelf.isFull() && records.next() - records.first() > 1))) {
      shelf.removed(records.removeFirst().size());
    }
  }

  /** Takes no further record. */
  void close() {
    end(false);
  }

  /** Is gone with its records. */
  void delete() {
    end(true);
  }

  private void end(boolean isDeleted) {
    List<Runnable> told;
    synchronized (this) {
      if (!isClosed) {
        closedNs = shelf.time().nowNs();
      }
      isClosed = true;
      while (isDeleted && !records.isEmpty()) {
        shelf.removed(records.removeFirst().size());
      }
      told = takeWaiting();
    }
    told.forEach(Runnable::run);
  }

  synchronized boolean isOpen() {
    return !isClosed;
  }

  /** Whether it was closed so long ago that nothing of it is left. */
  synchronized boolean isForgotten() {
    trim();
    return isClosed && records.isEmpty() && closedNs < shelf.horizonNs();
  }

  @Override
  public synchronized List<StoredRecord> read(long position, int most) {
    trim();
    return records.range(position + 1, most);
  }

  @Override
  public synchronized boolean isEnded(long position) {
    return isClosed && position + 1 >= records.next();
  }

  @Override
  public void whenMore(long position, Runnable task) {
    synchronized (this) {
      if (!isClosed && records.next() <= position + 1) {
        waiting.add(task);
        return;
      }
    }
    task.run();
  }

  /** The position behind which the next record will come. */
  synchronized long last() {
    return records.next() - 1;
  }

  /** The position behind which the records of that instant and later lie. */
  synchronized long before(Instant instant) {
    trim();
    return records.search(record -> !record.arrived().isBefore(instant)) - 1;
  }

  /** A client's read, within the shard's limits. */
  synchronized Got get(long position, int limit) {
    var clock = shelf.clock();
    if (!reads.read(clock.nanoTime())) {
      throw KinesisError.rateExceeded(id(), stream);
    }
    var found = read(position, limit);
    int count = 0;
    long bytes = 0;
    while (count < found.size()
        && (count == 0 || bytes + found.get(count).size() <= MOST_RETURNED_BYTES)) {
      bytes += found.get(count++).size();
    }
    reads.took(bytes, clock.nanoTime());
    var given = found.subList(0, count);
    long next =
        count == 0 ? Math.max(position, records.first() - 1) : given.get(count - 1).position();
    boolean isBehind = next + 1 < records.next();
    long behind =
        isBehind
            ? Math.max(
                0, clock.now().toEpochMilli() - records.get(next + 1).arrived().toEpochMilli())
            : 0;
    return new Got(given, next, behind, isClosed && !isBehind);
  }

  /** As DescribeStream tells it. */
  synchronized software.amazon.awssdk.services.kinesis.model.Shard describe() {
    var parents = origin.parents();
    return software.amazon.awssdk.services.kinesis.model.Shard.builder()
        .shardId(id())
        .parentShardId(parents.isEmpty() ? null : parents.get(0))
        .adjacentParentShardId(parents.size() < 2 ? null : parents.get(1))
        .hashKeyRange(
            range ->
                range
                    .startingHashKey(origin.range().start().toString())
                    .endingHashKey(origin.range().end().toString()))
        .sequenceNumberRange(
            range ->
                range
                    .startingSequenceNumber(sequenceNumber(0))
                    .endingSequenceNumber(isClosed ? sequenceNumber(SequenceNumber.END) : null))
        .build();
  }
}
