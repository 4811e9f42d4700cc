package dev.thaw.model;

import dev.thaw.rules.async.Attempt;
import dev.thaw.rules.async.Condition;
import dev.thaw.rules.async.EventQueue;
import dev.thaw.rules.async.QueuedEvent;
import dev.thaw.rules.async.RetryPolicy;
import dev.thaw.rules.async.Verdict.Leave;
import dev.thaw.rules.concurrency.Admission;
import dev.thaw.rules.price.Billing;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Asynchronous events: Lambda's queue for them, on simulated time. */
final class AsyncSource extends QueuedSource {
  private static final Object NOTHING = new Object();

  private final Invoker invoker;
  private final Timeline timeline;
  private final Bill bill;
  private final RetryPolicy policy;
  private final EventQueue<Object> queue;
  private final long requests;
  private final Failures failures;
  private final Reminder wakeUp;
  private final Histogram age = Counts.latencies();
  private final Histogram entry = Counts.latencies();
  private final Histogram stay = Counts.latencies();
  private final Map<Condition, Long> left = new EnumMap<>(Condition.class);
  private long running;
  private long invocations;
  private long throttled;

  /** An event that the function works on. */
  private final class Running extends Event {
    private final QueuedEvent<Object> event;
    private final boolean isTimeout;

    Running(QueuedEvent<Object> event, LastInvocation invocation) {
      this.event = event;
      this.isTimeout = invocation.isTimeout;
    }

    @Override
    void fire(long nowNs) {
      running--;
      boolean isError = failures.next() || isTimeout;
      settle(event, isError ? Attempt.FUNCTION_ERROR : Attempt.SUCCEEDED, nowNs);
      wakeUp(nowNs);
    }
  }

  AsyncSource(Load.Async load, Invoker invoker, FunctionParts parts, Draws draws) {
    super(load);
    var settings = load.settings();
    this.invoker = invoker;
    this.timeline = parts.timeline();
    this.bill = parts.bill();
    this.policy = new RetryPolicy(settings.config(), settings.pushback());
    this.queue = new EventQueue<>(policy);
    this.requests = Billing.asyncRequests(settings.payload().bytes());
    this.failures = new Failures(settings.failureProbability(), draws.of(Draws.Purpose.FAILURE));
    this.wakeUp = Reminder.ofBeginning(timeline, this::wakeUp);
  }

  @Override
  void arrive(long nowNs) {
    queue.accept(NOTHING, nowNs);
    wakeUp(nowNs);
  }

  private void wakeUp(long nowNs) {
    for (var event = queue.take(nowNs); event != null; event = queue.take(nowNs)) {
      attempt(event, nowNs);
    }
    queue.nextDueNs().ifPresent(wakeUp::at);
  }

  private void attempt(QueuedEvent<Object> event, long nowNs) {
    if (policy.isTooOld(event, nowNs)) {
      settle(event, Attempt.TOO_OLD, nowNs);
    } else if (invoker.isReservedZero()) {
      settle(event, Attempt.ZERO_RESERVED_CONCURRENCY, nowNs);
    } else if (invoker.invokeAsync(nowNs) == Admission.ADMITTED) {
      invocations++;
      running++;
      age.recordValue(event.ageNs(nowNs));
      bill.furtherRequests(requests - 1);
      entry.recordValue(event.ageNs(invoker.last().entryNs));
      timeline.resume(invoker.last().endNs, new Running(event, invoker.last()));
    } else {
      throttled++;
      settle(event, Attempt.THROTTLED, nowNs);
    }
  }

  private void settle(QueuedEvent<Object> event, Attempt attempt, long nowNs) {
    if (queue.settle(event, attempt, nowNs) instanceof Leave leave) {
      left.merge(leave.condition(), 1L, Long::sum);
      stay.recordValue(event.ageNs(nowNs));
    }
  }

  @Override
  QueuedOutcome.Async outcome() {
    long gone = left.values().stream().mapToLong(Long::longValue).sum();
    requireSame(
        "accepted = left + waiting + running", queue.accepted(), gone + queue.waiting() + running);
    return new QueuedOutcome.Async(
        queue.accepted(),
        left,
        queue.waiting(),
        running,
        invocations,
        throttled,
        new Latencies(age),
        new Latencies(entry),
        new Latencies(stay));
  }
}
