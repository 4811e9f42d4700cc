package dev.thaw.rules.stream;

import dev.thaw.rules.stream.Action.Discard;
import dev.thaw.rules.stream.Action.Send;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of a shard's concurrent batches: records in their order, one batch at a time, and nothing new
 * before what failed has succeeded or was discarded.
 */
final class Lane<R extends StreamRecord> {
  private final int number;
  private final Batching batching;
  private final ErrorHandling errors;
  private final Deque<R> buffer = new ArrayDeque<>();
  private final Deque<Retry<R>> retries = new ArrayDeque<>();
  private final Deque<Discard<R>> discards = new ArrayDeque<>();
  private final Window window;
  private @Nullable Batch<R> inFlight;
  private long bufferedBytes;
  private int held;

  Lane(int number, StreamMapping mapping, long startedNs) {
    this.number = number;
    this.batching = mapping.batching();
    this.errors = mapping.errors();
    this.window = new Window(batching.window().toNanos(), startedNs);
  }

  /** A record that was read from the shard. */
  void add(R record, long nowNs) {
    if (buffer.isEmpty() && isFree()) {
      window.firstRecord(nowNs);
    }
    buffer.addLast(record);
    bufferedBytes += record.bytes();
    held++;
  }

  /** Records that were read and neither processed nor discarded yet. */
  int held() {
    return held;
  }

  private boolean isFree() {
    return inFlight == null && retries.isEmpty();
  }

  private boolean isFull() {
    return buffer.size() >= batching.batchSize() || bufferedBytes >= Batching.MOST_BYTES;
  }

  /** Whether it could do with more records than it has. */
  boolean isHungry() {
    return isFree() && !isFull();
  }

  /** When it has something to do. */
  long nextNs() {
    if (!discards.isEmpty()) {
      return Long.MIN_VALUE;
    }
    if (inFlight != null) {
      return Long.MAX_VALUE;
    }
    var retry = retries.peekFirst();
    if (retry != null) {
      return retry.dueNs();
    }
    if (buffer.isEmpty()) {
      return Long.MAX_VALUE;
    }
    return isFull() ? Long.MIN_VALUE : window.endNs();
  }

  /** What it does now; null for nothing. */
  @Nullable Action<R> next(long nowNs) {
    var discard = discards.pollFirst();
    if (discard != null) {
      return discard;
    }
    if (inFlight != null || nextNs() > nowNs) {
      return null;
    }
    var retry = retries.pollFirst();
    return retry == null ? nextNew(nowNs) : nextOf(retry, nowNs);
  }

  private @Nullable Action<R> nextNew(long nowNs) {
    var records = new ArrayList<R>();
    long bytes = 0;
    while (!buffer.isEmpty() && records.size() < batching.batchSize()) {
      int more = buffer.getFirst().bytes();
      if (!records.isEmpty() && bytes + more > Batching.MOST_BYTES) {
        break;
      }
      bytes += more;
      records.add(buffer.removeFirst());
    }
    bufferedBytes -= bytes;
    return nextOf(Retry.afresh(records, nowNs), nowNs);
  }

  private Action<R> nextOf(Retry<R> due, long nowNs) {
    int expired = 0;
    while (expired < due.records().size() && errors.isTooOld(due.records().get(expired), nowNs)) {
      expired++;
    }
    if (expired == 0) {
      var batch = due.send(number, nowNs);
      inFlight = batch;
      return new Send<>(batch);
    }
    if (expired < due.records().size()) {
      retries.addFirst(due.without(expired));
    } else {
      window.restart(nowNs);
    }
    held -= expired;
    return new Discard<>(
        due.records().subList(0, expired),
        DiscardCondition.RECORD_AGE_EXCEEDED,
        Math.max(1, due.invocations()));
  }

  /** The result of the batch that it sent. */
  void settle(BatchResult result, long nowNs) {
    var batch = inFlight;
    if (batch == null) {
      throw new IllegalStateException("lane %d has sent nothing".formatted(number));
    }
    inFlight = null;
    if (result instanceof BatchResult.Whole whole) {
      settleWhole(whole, batch, nowNs);
    } else if (result instanceof BatchResult.Partial partial && errors.reportBatchItemFailures()) {
      failedFrom(partial.firstFailed(), batch, nowNs);
    } else {
      // What a function reports without being asked to is not looked at.
      settleWhole(BatchResult.Whole.SUCCEEDED, batch, nowNs);
    }
    window.restart(nowNs);
  }

  private void settleWhole(BatchResult.Whole result, Batch<R> batch, long nowNs) {
    switch (result) {
      case SUCCEEDED -> held -= batch.records().size();
      case FUNCTION_ERROR -> failed(batch, nowNs);
      case THROTTLED, SYSTEM_ERROR -> {
        long dueNs = nowNs + errors.backoff().delayNs(batch.throttles());
        int throttles = batch.throttles() + 1;
        retries.addFirst(new Retry<>(batch.records(), batch.invocations(), throttles, dueNs));
      }
    }
  }

  private void failed(Batch<R> batch, long nowNs) {
    int size = batch.records().size();
    if (errors.bisectBatchOnFunctionError() && size > 1) {
      long dueNs = nowNs + errors.backoff().delayNs(0);
      retries.addFirst(Retry.afresh(batch.records().subList(size / 2, size), dueNs));
      retries.addFirst(Retry.afresh(batch.records().subList(0, size / 2), dueNs));
    } else {
      retry(batch, nowNs);
    }
  }

  private void retry(Batch<R> batch, long nowNs) {
    int invocations = batch.invocations() + 1;
    if (errors.isExhaustedAfter(invocations)) {
      held -= batch.records().size();
      discards.add(
          new Discard<>(batch.records(), DiscardCondition.RETRY_ATTEMPTS_EXHAUSTED, invocations));
    } else {
      long dueNs = nowNs + errors.backoff().delayNs(batch.invocations());
      retries.addFirst(new Retry<>(batch.records(), invocations, 0, dueNs));
    }
  }

  private void failedFrom(int first, Batch<R> batch, long nowNs) {
    List<R> records = batch.records();
    if (first < 0 || first >= records.size()) {
      throw new IllegalArgumentException(
          "a batch of %d records has none with the index %d".formatted(records.size(), first));
    }
    if (first == 0) {
      retry(batch, nowNs);
    } else {
      held -= first;
      long dueNs = nowNs + errors.backoff().delayNs(0);
      retries.addFirst(Retry.afresh(records.subList(first, records.size()), dueNs));
    }
  }
}
