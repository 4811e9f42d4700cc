package dev.thaw.model;

import dev.thaw.model.Draws.Purpose;
import dev.thaw.rules.stream.HashKey;
import java.util.ArrayList;
import java.util.List;

/** Records that are put into a stream: each goes to the shard of its partition key. */
final class StreamArrivals extends QueuedSource {
  private final int payloadBytes;
  private final List<Shard> shards = new ArrayList<>();
  private final int[] shardOfKey;
  private final int[] hashOfKey;
  private final StreamItems items;
  private final StreamCounts counts = new StreamCounts();

  StreamArrivals(Load.Stream load, Invoker invoker, Timeline timeline, Draws draws) {
    super(load);
    var settings = load.settings();
    this.payloadBytes = settings.mapping().source().payloadBytes(0, settings.recordBytes());
    this.items = StreamItems.of(settings.content(), draws);
    var failures = new Failures(settings.failureProbability(), draws.of(Purpose.FAILURE));
    for (int shard = 0; shard < settings.shards(); shard++) {
      shards.add(new Shard(load, invoker, timeline, new ShardParts(failures, counts)));
    }
    this.shardOfKey = new int[settings.content().partitionKeys()];
    this.hashOfKey = new int[settings.content().partitionKeys()];
    for (int key = 0; key < shardOfKey.length; key++) {
      var hash = HashKey.of("key-" + key);
      shardOfKey[key] = hash.shard(settings.shards());
      hashOfKey[key] = hash.lane();
    }
  }

  @Override
  void arrive(long nowNs) {
    counts.arrivals++;
    var item = items.next();
    var record = new ShardRecord(nowNs, payloadBytes, hashOfKey[item.key()], item);
    shards.get(shardOfKey[item.key()]).put(record);
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
