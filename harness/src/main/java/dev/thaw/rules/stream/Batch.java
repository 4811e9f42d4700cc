package dev.thaw.rules.stream;

import java.util.List;

/**
 * Records of one shard that are sent to the function together.
 *
 * @param lane which of the shard's concurrent batches it is, from 0
 * @param invocations how often the function was invoked with just these records before
 * @param throttles how often in a row they could not be sent
 */
public record Batch<R extends StreamRecord>(
    int lane, List<R> records, int invocations, int throttles, long sentNs) {
  public Batch {
    records = List.copyOf(records);
  }

  /** How old the last record was when the batch was sent: the metric IteratorAge. */
  public long iteratorAgeNs() {
    return sentNs - records.get(records.size() - 1).arrivedNs();
  }
}
