package dev.thaw.rules.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of a lane that are to be sent again, and when. */
record Retry<R extends StreamRecord>(List<R> records, int invocations, int throttles, long dueNs) {
  /** As if they had never been sent: what was left of a batch, or half of it. */
  static <R extends StreamRecord> Retry<R> afresh(List<R> records, long dueNs) {
    return new Retry<>(List.copyOf(records), 0, 0, dueNs);
  }

  Retry<R> without(int expired) {
    return new Retry<>(records.subList(expired, records.size()), invocations, throttles, dueNs);
  }

  Batch<R> send(int lane, @Nullable TumblingWindow window, long nowNs) {
    return new Batch<>(lane, records, invocations, throttles, nowNs, window);
  }
}
