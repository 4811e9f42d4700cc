package dev.thaw.engine.trigger.stream;

import dev.thaw.engine.lambda.mapping.Mapping;
import dev.thaw.engine.stream.EventRecord;
import dev.thaw.engine.stream.EventShard;
import dev.thaw.engine.time.PlatformTime.Cancellable;
import dev.thaw.engine.trigger.stream.PollingFeed.Count;
import dev.thaw.rules.stream.Action;
import dev.thaw.rules.stream.Action.Discard;
import dev.thaw.rules.stream.Action.Send;
import dev.thaw.rules.stream.Batch;
import dev.thaw.rules.stream.BatchResult;
import dev.thaw.rules.stream.ShardMapping;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Polls one shard for one mapping: shows new records to the rules, does what they say, and asks
 * them again when a record, a result or the time comes. It keeps what was read and not yet
 * processed, so that a changed mapping goes on from there.
 *
 * <p>Thread-safe to start, stop and wake; all else runs in its serial task.
 */
final class ShardPoller {
  /** How many records it shows to the rules ahead of their reading: one read's worth. */
  private static final int MOST_UNREAD = 10_000;

  private static final int CHUNK = 1_000;

  private final EventShard shard;
  private final Surroundings around;
  private final BatchInvoker invoker;
  private final Runnable onEnd;
  private final SerialTask task;
  private final Queue<Settled> settled = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Plan wanted;
  private volatile boolean isListening;
  private volatile boolean hasRung;

  private final Deque<PolledRecord> outstanding = new ArrayDeque<>();
  private long position = EventShard.HORIZON;
  private @Nullable Plan current;
  private @Nullable ShardMapping<PolledRecord> rules;
  private @Nullable Cancellable timer;
  private OptionalLong timerNs = OptionalLong.empty();
  private int inFlight;
  private boolean hasEnded;

  /** A batch whose result is known. */
  private record Settled(Mapping mapping, Batch<PolledRecord> batch, BatchResult result) {
    boolean wasInvoked() {
      return result != BatchResult.Whole.THROTTLED && result != BatchResult.Whole.SYSTEM_ERROR;
    }
  }

  /** {@code onEnd} runs once, when the shard has ended and all of it is processed. */
  ShardPoller(EventShard shard, Surroundings around, BatchInvoker invoker, Runnable onEnd) {
    this.shard = shard;
    this.around = around;
    this.invoker = invoker;
    this.onEnd = onEnd;
    this.task = new SerialTask(around.workers(), this::run);
  }

  /** Polls in that way, as soon as batches of a former way have come back. */
  void start(Plan plan) {
    wanted = plan;
    task.wake();
  }

  /** Sends no further batch. */
  void stop() {
    wanted = null;
    task.wake();
  }

  private void run() {
    if (hasRung) {
      hasRung = false;
      timerNs = OptionalLong.empty();
    }
    long nowNs = around.time().nowNs();
    settleAll(nowNs);
    var plan = wanted;
    if (!Objects.equals(plan, current)) {
      if (inFlight > 0) {
        return;
      }
      apply(plan, nowNs);
    }
    var mapping = rules;
    if (plan != null && mapping != null && !hasEnded) {
      work(plan, mapping, nowNs);
    }
  }

  private void apply(@Nullable Plan plan, long nowNs) {
    current = plan;
    rules = null;
    if (plan != null) {
      var fresh = new ShardMapping<PolledRecord>(plan.rules(), nowNs);
      outstanding.stream().filter(record -> !record.isDone()).forEach(fresh::append);
      rules = fresh;
    }
  }

  private void work(Plan plan, ShardMapping<PolledRecord> mapping, long nowNs) {
    boolean isCaughtUp = pull(plan, mapping);
    for (var action = mapping.next(nowNs); action != null; action = mapping.next(nowNs)) {
      perform(plan, action);
    }
    var nextNs = mapping.nextNs();
    if (isCaughtUp && shard.isEnded(position)) {
      if (mapping.pending() == 0 && nextNs.isEmpty()) {
        hasEnded = true;
        onEnd.run();
        return;
      }
    } else if (isCaughtUp && mapping.unread() == 0 && !isListening) {
      isListening = true;
      shard.whenMore(position, this::heard);
    }
    wakeAt(nextNs);
  }

  private void heard() {
    isListening = false;
    task.wake();
  }

  private void wakeAt(OptionalLong nextNs) {
    if (nextNs.equals(timerNs)) {
      return;
    }
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    timerNs = nextNs;
    if (nextNs.isPresent()) {
      timer = around.time().at(nextNs.orElseThrow(), this::ring);
    }
  }

  private void ring() {
    hasRung = true;
    task.wake();
  }

  /** Shows new records to the rules; false if there may be more of them. */
  private boolean pull(Plan plan, ShardMapping<PolledRecord> mapping) {
    while (mapping.unread() < MOST_UNREAD) {
      var records = shard.read(position, CHUNK);
      if (records.isEmpty()) {
        return true;
      }
      for (var record : records) {
        position = record.position();
        show(plan, mapping, record);
      }
    }
    return false;
  }

  private void show(Plan plan, ShardMapping<PolledRecord> mapping, EventRecord record) {
    if (!plan.start().isRead(record.arrivedNs(), plan.startedNs())) {
      return;
    }
    count(plan.mapping(), Count.POLLED_EVENT_COUNT, 1);
    var filter = plan.mapping().filter();
    if (!filter.isEmpty() && !filter.matches(record.filterable())) {
      count(plan.mapping(), Count.FILTERED_OUT_EVENT_COUNT, 1);
      return;
    }
    var polled = new PolledRecord(record);
    outstanding.addLast(polled);
    mapping.append(polled);
  }

  private void count(Mapping mapping, Count count, int records) {
    around.feed().counted(mapping, count, records);
  }

  private void perform(Plan plan, Action<PolledRecord> action) {
    if (action instanceof Send<PolledRecord> send) {
      send(plan, send.batch());
    } else if (action instanceof Discard<PolledRecord> discard) {
      discard.records().forEach(PolledRecord::finish);
      forget();
      count(plan.mapping(), Count.DROPPED_EVENT_COUNT, discard.records().size());
      invoker.discarded(plan, shard.id(), discard);
    }
  }

  private void send(Plan plan, Batch<PolledRecord> batch) {
    inFlight++;
    if (!batch.records().isEmpty()) {
      count(plan.mapping(), Count.INVOKED_EVENT_COUNT, batch.records().size());
    }
    var unused =
        invoker
            .invoke(plan, shard.id(), batch)
            .thenAccept(
                result -> {
                  settled.add(new Settled(plan.mapping(), batch, result));
                  task.wake();
                });
  }

  private void settleAll(long nowNs) {
    for (var each = settled.poll(); each != null; each = settled.poll()) {
      inFlight--;
      var records = each.batch().records();
      int done = processed(each.result(), records.size());
      tellAge(each);
      records.subList(0, done).forEach(PolledRecord::finish);
      forget();
      var mapping = rules;
      if (mapping != null) {
        mapping.settle(each.batch(), each.result(), nowNs);
      }
      if (done < records.size()) {
        count(each.mapping(), Count.FAILED_INVOKE_EVENT_COUNT, records.size() - done);
      }
    }
  }

  /** Of a batch that the function was invoked with, when that has come to its end. */
  private void tellAge(Settled each) {
    if (each.wasInvoked() && !each.batch().records().isEmpty()) {
      var age = Duration.ofNanos(each.batch().iteratorAgeNs());
      around.feed().iteratorAge(each.mapping(), age);
    }
  }

  /** How many of a batch's records that result has dealt with. */
  private static int processed(BatchResult result, int size) {
    if (result instanceof BatchResult.Stated stated) {
      return processed(stated.result(), size);
    }
    return result instanceof BatchResult.Partial partial
        ? partial.firstFailed()
        : result == BatchResult.Whole.SUCCEEDED ? size : 0;
  }

  private void forget() {
    while (!outstanding.isEmpty() && outstanding.getFirst().isDone()) {
      outstanding.removeFirst();
    }
  }
}
