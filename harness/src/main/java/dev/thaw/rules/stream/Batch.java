package dev.thaw.rules.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of one shard that are sent to the function together; none in the invocation that ends a
 * tumbling window.
 *
 * @param lane which of the shard's concurrent batches it is, from 0
 * @param invocations how often the function was invoked with just these records before
 * @param throttles how often in a row they could not be sent
 * @param window the tumbling window that they are in; null without such windows
 */
public record Batch<R extends StreamRecord>(
    int lane,
    List<R> records,
    int invocations,
    int throttles,
    long sentNs,
    @Nullable TumblingWindow window) {
  public Batch {
    records = List.copyOf(records);
  }

  /** How old the last record was when the batch was sent: the metric IteratorAge. */
  public long iteratorAgeNs() {
    return records.isEmpty() ? 0 : sentNs - records.get(records.size() - 1).arrivedNs();
  }
}
