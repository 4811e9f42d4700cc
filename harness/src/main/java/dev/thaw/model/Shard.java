package dev.thaw.model;

import dev.thaw.rules.concurrency.Admission;
import dev.thaw.rules.stream.Action.Discard;
import dev.thaw.rules.stream.Action.Send;
import dev.thaw.rules.stream.Batch;
import dev.thaw.rules.stream.BatchResult;
import dev.thaw.rules.stream.BatchResult.Whole;
import dev.thaw.rules.stream.ShardMapping;
import dev.thaw.rules.stream.ShardWrites;
import dev.thaw.rules.stream.StreamSource;

/** One shard of a simulated stream, and the mapping that reads it. */
final class Shard {
  private final Invoker invoker;
  private final Timeline timeline;
  private final ShardMapping<ShardRecord> mapping;
  private final StreamSettings settings;
  private final ShardWrites writes;
  private final boolean isWorkOfRecords;
  private final Failures failures;
  private final StreamCounts counts;
  private final Reminder wakeUp;

  /** A batch that the function works on. */
  private final class Running extends Event {
    private final Batch<ShardRecord> batch;
    private final long entryNs;
    private final boolean isTimeout;

    Running(Batch<ShardRecord> batch, LastInvocation invocation) {
      this.batch = batch;
      this.entryNs = invocation.entryNs;
      this.isTimeout = invocation.isTimeout;
    }

    @Override
    void fire(long nowNs) {
      mapping.settle(batch, result(batch, isTimeout, new Span(entryNs, nowNs)), nowNs);
      wakeUp(nowNs);
    }
  }

  Shard(Load.Stream load, Invoker invoker, Timeline timeline, ShardParts parts) {
    long startNs = load.start().toNanos();
    this.settings = load.settings();
    this.invoker = invoker;
    this.timeline = timeline;
    this.mapping =
        new ShardMapping<>(settings.mapping(), startNs + settings.mappedAfter().toNanos());
    this.isWorkOfRecords = settings.isWorkOfRecords();
    this.writes = new ShardWrites(startNs);
    this.failures = parts.failures();
    this.counts = parts.counts();
    this.wakeUp = Reminder.ofBeginning(timeline, this::wakeUp);
  }

  void put(ShardRecord record) {
    long nowNs = record.arrivedNs();
    if (!isTaken(nowNs)) {
      counts.rejected++;
    } else if (!record.item().isFilteredOut() && mapping.append(record)) {
      mapping.nextNs().ifPresent(nextNs -> wakeUp.at(Math.max(nextNs, nowNs)));
    } else {
      counts.skipped++;
    }
  }

  /** DynamoDB's shards take what the table takes. */
  private boolean isTaken(long nowNs) {
    return settings.mapping().source() == StreamSource.DYNAMODB
        || writes.put(settings.recordBytes(), nowNs);
  }

  private void wakeUp(long nowNs) {
    for (var action = mapping.next(nowNs); action != null; action = mapping.next(nowNs)) {
      if (action instanceof Send<ShardRecord> send) {
        send(send.batch(), nowNs);
      } else if (action instanceof Discard<ShardRecord> discard) {
        counts.discard(discard);
      }
    }
    mapping.nextNs().ifPresent(nextNs -> wakeUp.at(Math.max(nextNs, nowNs)));
  }

  private void send(Batch<ShardRecord> batch, long nowNs) {
    int works = isWorkOfRecords ? batch.records().size() : 1;
    if (invoker.invokeBatch(nowNs, works) == Admission.ADMITTED) {
      counts.batch(batch);
      timeline.resume(invoker.last().endNs, new Running(batch, invoker.last()));
    } else {
      counts.throttled++;
      mapping.settle(batch, Whole.THROTTLED, nowNs);
    }
  }

  private BatchResult result(Batch<ShardRecord> batch, boolean isTimeout, Span handler) {
    int size = batch.records().size();
    if (failures.next() || isTimeout) {
      return Whole.FUNCTION_ERROR;
    }
    int first = firstPoison(batch);
    if (first == size) {
      counts.process(batch.records(), handler);
      return Whole.SUCCEEDED;
    }
    if (!settings.mapping().errors().reportBatchItemFailures()) {
      return Whole.FUNCTION_ERROR;
    }
    counts.process(batch.records().subList(0, first), handler);
    return new BatchResult.Partial(first);
  }

  private static int firstPoison(Batch<ShardRecord> batch) {
    int index = 0;
    while (index < batch.records().size() && !batch.records().get(index).item().isPoison()) {
      index++;
    }
    return index;
  }

  int pending() {
    return mapping.pending();
  }
}
