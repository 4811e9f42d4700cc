package dev.thaw.engine.kinesis;

import dev.thaw.engine.stream.EventStream;
import dev.thaw.rules.stream.StreamSource;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.kinesis.model.StreamMode;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** One stream: its state, its settings and its shards. Thread-safe. */
final class Stream implements EventStream {
  static final int LEAST_RETENTION_HOURS = 24;

  private final StreamName name;
  private final Instant created;
  private final Shelf shelf;
  private final int maxRecordKiB;
  private final Map<String, String> tags = new TreeMap<>();
  private final List<Shard> shards = new ArrayList<>();
  private volatile List<Shard> open = List.of();
  private volatile StreamStatus status = StreamStatus.CREATING;
  private final StreamMode mode;
  private volatile int retentionHours = LEAST_RETENTION_HOURS;
  private int nextNumber;

  /** How a new stream is to be. */
  record Plan(StreamMode mode, int shards, int maxRecordKiB, Map<String, String> tags) {}

  Stream(StreamName name, Plan plan, Kinesis.Surroundings around) {
    this.name = name;
    this.mode = plan.mode();
    this.maxRecordKiB = plan.maxRecordKiB();
    this.created = Instant.ofEpochSecond(around.clock().now().getEpochSecond());
    this.shelf =
        new Shelf(
            around.clock(), around.time(), () -> Duration.ofHours(retentionHours), around.memory());
    this.tags.putAll(plan.tags());
    HashRange.even(plan.shards()).forEach(range -> add(range, List.of()));
    publish();
  }

  private synchronized void add(HashRange range, List<String> parents) {
    // A child's numbers are greater than its parents'.
    long second = shelf.clock().now().getEpochSecond() + (parents.isEmpty() ? 0 : 1);
    shards.add(new Shard(name, new Shard.Origin(nextNumber++, range, parents, second), shelf));
  }

  private synchronized void publish() {
    open =
        shards.stream()
            .filter(Shard::isOpen)
            .sorted(Comparator.comparing(shard -> shard.range().start()))
            .toList();
  }

  StreamName name() {
    return name;
  }

  @Override
  public String arn() {
    return name.arn();
  }

  @Override
  public StreamSource kind() {
    return StreamSource.KINESIS;
  }

  Instant created() {
    return created;
  }

  StreamMode mode() {
    return mode;
  }

  int retentionHours() {
    return retentionHours;
  }

  void setRetentionHours(int hours) {
    retentionHours = hours;
  }

  int maxRecordBytes() {
    return maxRecordKiB * 1024;
  }

  StreamStatus status() {
    return status;
  }

  /** Whether records go in and come out. */
  boolean isServing() {
    return status == StreamStatus.ACTIVE || status == StreamStatus.UPDATING;
  }

  void settle() {
    if (status != StreamStatus.DELETING) {
      status = StreamStatus.ACTIVE;
    }
  }

  /** Begins a change of its shards, which one stream does one at a time. */
  synchronized void beginUpdate() {
    requireActive();
    status = StreamStatus.UPDATING;
  }

  synchronized void requireActive() {
    if (status != StreamStatus.ACTIVE) {
      throw KinesisError.notActive(name, status.toString());
    }
  }

  synchronized void delete() {
    status = StreamStatus.DELETING;
    shards.forEach(Shard::delete);
    open = List.of();
  }

  /** Puts a record into the shard that takes its hash key. */
  StoredRecord put(NewRecord record) {
    while (true) {
      var stored = shardOf(record.hashKey()).put(record);
      if (stored.isPresent()) {
        return stored.orElseThrow();
      }
    }
  }

  private Shard shardOf(BigInteger hashKey) {
    var candidates = open;
    int low = 0;
    int high = candidates.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (candidates.get(middle).range().start().compareTo(hashKey) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    if (candidates.isEmpty()) {
      throw KinesisError.noSuchStream(name);
    }
    return candidates.get(low);
  }

  @Override
  public synchronized List<Shard> shards() {
    shards.removeIf(Shard::isForgotten);
    return List.copyOf(shards);
  }

  List<Shard> open() {
    return open;
  }

  Optional<Shard> shard(int number) {
    return shards().stream().filter(shard -> shard.number() == number).findFirst();
  }

  /** Closes those shards and puts new ones with these ranges in their place. */
  synchronized void replace(List<Shard> old, List<HashRange> ranges) {
    for (var range : ranges) {
      var parents =
          old.stream().filter(shard -> overlap(shard.range(), range)).map(Shard::id).toList();
      add(range, parents);
    }
    // The new ones stand before anybody learns that an old one has ended.
    open =
        shards.stream()
            .filter(Shard::isOpen)
            .filter(shard -> !old.contains(shard))
            .sorted(Comparator.comparing(shard -> shard.range().start()))
            .toList();
    old.forEach(Shard::close);
  }

  private static boolean overlap(HashRange one, HashRange other) {
    return one.start().compareTo(other.end()) <= 0 && other.start().compareTo(one.end()) <= 0;
  }

  synchronized Map<String, String> tags() {
    return Map.copyOf(tags);
  }

  synchronized void addTags(Map<String, String> more) {
    tags.putAll(more);
  }

  synchronized void removeTags(List<String> keys) {
    keys.forEach(tags::remove);
  }
}
