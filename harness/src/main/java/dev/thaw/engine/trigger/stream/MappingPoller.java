package dev.thaw.engine.trigger.stream;

import dev.thaw.engine.lambda.mapping.Mapping;
import dev.thaw.engine.stream.EventShard;
import dev.thaw.engine.stream.EventStream;
import dev.thaw.rules.stream.StartingPosition;
import dev.thaw.rules.stream.StreamMapping;
import dev.thaw.rules.stream.Tumbling;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Polls all shards of a mapping's stream, children after their parents. Thread-safe. */
final class MappingPoller {
  private static final long NS_PER_SECOND = 1_000_000_000;

  private final Surroundings around;
  private final BatchInvoker invoker;
  private final long startedNs;
  private final Map<String, ShardPoller> shards = new HashMap<>();
  private final Set<String> processed = new HashSet<>();
  private @Nullable Plan plan;

  MappingPoller(Surroundings around) {
    this.around = around;
    this.invoker = new BatchInvoker(around);
    this.startedNs = around.time().nowNs();
  }

  Optional<String> lastResult() {
    return invoker.lastResult();
  }

  synchronized void start(Mapping mapping, EventStream stream) {
    var fresh = plan(mapping, stream);
    plan = fresh;
    shards.values().forEach(shard -> shard.start(fresh));
    startWhatIsReady(fresh);
  }

  synchronized void stop() {
    plan = null;
    shards.values().forEach(ShardPoller::stop);
  }

  private void startWhatIsReady(Plan now) {
    var all = now.stream().shards();
    var waiting = all.stream().map(EventShard::id).filter(id -> !processed.contains(id)).toList();
    for (var shard : all) {
      if (isReady(shard, waiting)) {
        var poller = new ShardPoller(shard, around, invoker, () -> ended(shard.id()));
        shards.put(shard.id(), poller);
        poller.start(now);
      }
    }
  }

  /** A parent that is not there any more has nothing left to be processed. */
  private boolean isReady(EventShard shard, List<String> waiting) {
    return waiting.contains(shard.id())
        && !shards.containsKey(shard.id())
        && shard.parents().stream().noneMatch(waiting::contains);
  }

  private synchronized void ended(String shardId) {
    shards.remove(shardId);
    processed.add(shardId);
    if (plan != null) {
      startWhatIsReady(plan);
    }
  }

  private Plan plan(Mapping mapping, EventStream stream) {
    var rules =
        new StreamMapping(
            stream.kind(),
            // Where it begins is looked at before; from there on it reads everything.
            new StartingPosition.TrimHorizon(),
            mapping.batching(),
            mapping.errors(),
            tumbling(mapping.tumblingWindow()));
    return new Plan(mapping, stream, rules, start(mapping), startedNs);
  }

  /** Windows begin at whole multiples of their length since the epoch. */
  private Tumbling tumbling(Duration length) {
    if (length.isZero()) {
      return Tumbling.NONE;
    }
    var origin = around.time().instant(0);
    long intoWindowNs =
        origin.getEpochSecond() % length.toSeconds() * NS_PER_SECOND + origin.getNano();
    return new Tumbling(length, -intoWindowNs);
  }

  private StartingPosition start(Mapping mapping) {
    var configuration = mapping.configuration();
    return switch (configuration.startingPosition()) {
      case LATEST -> new StartingPosition.Latest();
      case AT_TIMESTAMP ->
          new StartingPosition.AtTimestamp(
              around.time().platformNs(configuration.startingPositionTimestamp()));
      default -> new StartingPosition.TrimHorizon();
    };
  }
}
