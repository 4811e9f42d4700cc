package dev.thaw.model;

import dev.thaw.model.Draws.Purpose;
import dev.thaw.rules.stream.HashKey;
import dev.thaw.rules.stream.StreamSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Records that are put into a stream: each goes to the shard of its partition key. */
final class StreamArrivals extends QueuedSource {
  private final StreamSettings settings;
  private final boolean isWriteLimited;
  private final List<Shard> shards = new ArrayList<>();
  private final int[] shardOfKey;
  private final int[] hashOfKey;
  private final SplittableRandom keys;
  private final Failures poison;
  private final StreamCounts counts = new StreamCounts();

  StreamArrivals(Load.Stream load, Invoker invoker, Timeline timeline, Draws draws) {
    super(load);
    this.settings = load.settings();
    // DynamoDB's shards take what the table takes.
    this.isWriteLimited = settings.mapping().source() == StreamSource.KINESIS;
    this.keys = draws.of(Purpose.PARTITION_KEY);
    this.poison = new Failures(settings.poisonProbability(), draws.of(Purpose.POISON));
    var failures = new Failures(settings.failureProbability(), draws.of(Purpose.FAILURE));
    for (int shard = 0; shard < settings.shards(); shard++) {
      shards.add(new Shard(load, invoker, timeline, new ShardParts(failures, counts)));
    }
    this.shardOfKey = new int[settings.partitionKeys()];
    this.hashOfKey = new int[settings.partitionKeys()];
    for (int key = 0; key < settings.partitionKeys(); key++) {
      var hash = HashKey.of("key-" + key);
      shardOfKey[key] = hash.shard(settings.shards());
      hashOfKey[key] = hash.lane();
    }
  }

  @Override
  void arrive(long nowNs) {
    counts.arrivals++;
    int key = keys.nextInt(shardOfKey.length);
    var record = new ShardRecord(nowNs, settings.recordBytes(), hashOfKey[key], poison.next());
    shards.get(shardOfKey[key]).put(record, isWriteLimited);
  }

  @Override
  QueuedOutcome.Stream outcome() {
    long pending = shards.stream().mapToLong(Shard::pending).sum();
    requireSame(
        "arrivals = rejected + skipped + processed + discarded + pending",
        counts.arrivals,
        counts.gone() + pending);
    return counts.outcome(pending);
  }
}
