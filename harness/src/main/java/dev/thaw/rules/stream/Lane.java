package dev.thaw.rules.stream;

import dev.thaw.rules.stream.Action.Discard;
import dev.thaw.rules.stream.Action.Send;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongPredicate;
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
  private final Aggregate aggregate;
  private final LongPredicate isUnreadBefore;
  private @Nullable Batch<R> inFlight;
  private long bufferedBytes;
  private int held;

  /** {@code isUnreadBefore} tells whether the shard has records from before an instant. */
  Lane(int number, StreamMapping mapping, long startedNs, LongPredicate isUnreadBefore) {
    this.number = number;
    this.aggregate = new Aggregate(mapping.tumbling());
    this.isUnreadBefore = isUnreadBefore;
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
    return isFree() && !isFull() && !aggregate.isOver(buffer.peekFirst());
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
    if (isFull() || aggregate.isOver(buffer.peekFirst())) {
      return Long.MIN_VALUE;
    }
    return buffer.isEmpty() ? endOfAggregateNs() : gatheredNs();
  }

  private long endOfAggregateNs() {
    return aggregate.isOpen() && !isUnreadBefore.test(aggregate.endNs())
        ? aggregate.endNs()
        : Long.MAX_VALUE;
  }

  private long gatheredNs() {
    return aggregate.isOpen() ? Math.min(window.endNs(), aggregate.endNs()) : window.endNs();
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
    if (retry != null) {
      return nextOf(retry, nowNs);
    }
    return buffer.isEmpty() || aggregate.isOver(buffer.getFirst())
        ? nextOf(Retry.afresh(List.of(), nowNs), nowNs)
        : nextNew(nowNs);
  }

  private @Nullable Action<R> nextNew(long nowNs) {
    var records = new ArrayList<R>();
    long bytes = 0;
    aggregate.open(buffer.getFirst());
    while (!buffer.isEmpty()
        && records.size() < batching.batchSize()
        && aggregate.takes(buffer.getFirst())) {
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
      var batch = due.send(number, aggregate.window(due.records().isEmpty()), nowNs);
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
    settle(result, batch, nowNs);
  }

  private void settle(BatchResult result, Batch<R> batch, long nowNs) {
    if (result instanceof BatchResult.Stated stated) {
      if (!batch.records().isEmpty()) {
        aggregate.hand(stated.state());
      }
      settle(stated.result(), batch, nowNs);
    } else if (result instanceof BatchResult.Whole whole) {
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
      case SUCCEEDED -> succeeded(batch);
      case FUNCTION_ERROR -> failed(batch, nowNs);
      case THROTTLED, SYSTEM_ERROR -> {
        long dueNs = nowNs + errors.backoff().delayNs(batch.throttles());
        int throttles = batch.throttles() + 1;
        retries.addFirst(new Retry<>(batch.records(), batch.invocations(), throttles, dueNs));
      }
    }
  }

  private void succeeded(Batch<R> batch) {
    held -= batch.records().size();
    if (batch.records().isEmpty()) {
      aggregate.close();
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
    // A shard does not go on before the end of its tumbling window has been processed.
    if (errors.isExhaustedAfter(invocations) && !batch.records().isEmpty()) {
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
