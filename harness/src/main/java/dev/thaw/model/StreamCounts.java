package dev.thaw.model;

import dev.thaw.rules.stream.Action.Discard;
import dev.thaw.rules.stream.Batch;
import dev.thaw.rules.stream.DiscardCondition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What became of a simulated stream's records, over all its shards. */
final class StreamCounts {
  private final Map<DiscardCondition, Long> discarded = new EnumMap<>(DiscardCondition.class);
  private final Histogram iteratorAge = Counts.latencies();
  private final Histogram entry = Counts.latencies();
  private final Histogram stay = Counts.latencies();
  long arrivals;
  long rejected;
  long skipped;
  long processed;
  long throttled;
  private long batches;
  private long batchedRecords;

  /** One that was sent; that which ends a tumbling window has no records, and thus no age. */
  void batch(Batch<?> batch) {
    batches++;
    batchedRecords += batch.records().size();
    if (!batch.records().isEmpty()) {
      iteratorAge.recordValue(batch.iteratorAgeNs());
    }
  }

  void process(List<ShardRecord> records, Span handler) {
    processed += records.size();
    for (var record : records) {
      entry.recordValue(handler.entryNs() - record.arrivedNs());
      stay.recordValue(handler.endNs() - record.arrivedNs());
    }
  }

  void discard(Discard<?> discard) {
    discarded.merge(discard.condition(), (long) discard.records().size(), Long::sum);
  }

  /** Those that are not in the stream any more, or never were. */
  long gone() {
    long all = rejected + skipped + processed;
    return all + discarded.values().stream().mapToLong(Long::longValue).sum();
  }

  QueuedOutcome.Stream outcome(long pending) {
    return new QueuedOutcome.Stream(
        arrivals,
        rejected,
        skipped,
        processed,
        discarded,
        pending,
        new QueuedOutcome.Stream.Sent(batches, batchedRecords, throttled),
        new Latencies(iteratorAge),
        new Latencies(entry),
        new Latencies(stay));
  }
}
