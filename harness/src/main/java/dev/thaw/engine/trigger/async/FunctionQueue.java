package dev.thaw.engine.trigger.async;

import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.lambda.function.AsyncEvent;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Invoked;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.time.PlatformTime.Cancellable;
import dev.thaw.rules.async.Attempt;
import dev.thaw.rules.async.EventQueue;
import dev.thaw.rules.async.QueuedEvent;
import dev.thaw.rules.async.RetryPolicy;
import dev.thaw.rules.async.Verdict.Leave;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The events of one function, version or alias: takes each when it is due, invokes the function
 * with it and settles it. Belongs to the queue's thread.
 */
final class FunctionQueue {
  private static final Cancellable NOTHING = () -> {};

  private final FunctionReference function;
  private final AsyncQueue.Parts parts;
  private final AsyncQueue all;
  private final EventQueue<PendingEvent> queue;
  private RetryPolicy policy;
  private Cancellable wakeUp = NOTHING;
  private long wakeUpNs = Long.MAX_VALUE;
  private boolean isDropped;

  FunctionQueue(FunctionReference function, AsyncQueue.Parts parts, AsyncQueue all) {
    this.function = function;
    this.parts = parts;
    this.all = all;
    this.policy = RetryPolicy.of(parts.configs().apply(function));
    this.queue = new EventQueue<>(policy);
  }

  void accept(AsyncEvent event) {
    parts.listener().received(function);
    queue.accept(new PendingEvent(event), parts.time().nowNs());
    takeDue();
  }

  private void takeDue() {
    policy = RetryPolicy.of(parts.configs().apply(function));
    queue.follow(policy);
    long nowNs = parts.time().nowNs();
    for (var event = queue.take(nowNs); event != null; event = queue.take(nowNs)) {
      attempt(event, nowNs);
    }
    planWakeUp();
  }

  private void planWakeUp() {
    long dueNs = queue.nextDueNs().orElse(Long.MAX_VALUE);
    if (dueNs == wakeUpNs || isDropped) {
      return;
    }
    wakeUp.cancel();
    wakeUpNs = dueNs;
    wakeUp =
        dueNs == Long.MAX_VALUE ? NOTHING : parts.time().at(dueNs, () -> all.run(this::wakeUp));
  }

  private void wakeUp() {
    wakeUpNs = Long.MAX_VALUE;
    if (!isDropped) {
      takeDue();
    }
  }

  private void attempt(QueuedEvent<PendingEvent> event, long nowNs) {
    if (policy.isTooOld(event, nowNs)) {
      settle(event, Attempt.TOO_OLD, nowNs);
    } else if (parts.invoker().isReservedZero(function.name())) {
      settle(event, Attempt.ZERO_RESERVED_CONCURRENCY, nowNs);
    } else {
      invoke(event, nowNs);
    }
  }

  private void invoke(QueuedEvent<PendingEvent> event, long nowNs) {
    var accepted = event.content().event();
    var request =
        new InvocationRequest(accepted.requestId(), function.arn(), accepted.payload(), null);
    var ageNs = event.ageNs(nowNs);
    var invocation = parts.invoker().invoke(function, request);
    if (invocation.isDone()) {
      var unused =
          invocation.whenComplete((invoked, failure) -> ended(event, ageNs, invoked, failure));
    } else {
      var unused =
          invocation.whenComplete(
              (invoked, failure) ->
                  all.run(
                      () -> {
                        ended(event, ageNs, invoked, failure);
                        planWakeUp();
                      }));
    }
  }

  private void ended(
      QueuedEvent<PendingEvent> event,
      long ageNs,
      @Nullable Invoked invoked,
      @Nullable Throwable failure) {
    if (isDropped) {
      return;
    }
    long nowNs = parts.time().nowNs();
    if (invoked == null) {
      refused(event, failure, nowNs);
      return;
    }
    parts.listener().invoked(function, Duration.ofNanos(ageNs));
    event.content().invoked(invoked);
    var isError = invoked.result().functionError() != null;
    settle(event, isError ? Attempt.FUNCTION_ERROR : Attempt.SUCCEEDED, nowNs);
  }

  private void refused(QueuedEvent<PendingEvent> event, @Nullable Throwable failure, long nowNs) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    var error = cause instanceof AwsException known ? known.error() : LambdaError.SERVICE;
    var isThrottled = error == LambdaError.TOO_MANY_REQUESTS;
    settle(event, isThrottled ? Attempt.THROTTLED : Attempt.SYSTEM_ERROR, nowNs);
  }

  private void settle(QueuedEvent<PendingEvent> event, Attempt attempt, long nowNs) {
    if (queue.settle(event, attempt, nowNs) instanceof Leave leave) {
      var stay = Duration.ofNanos(event.ageNs(nowNs));
      parts.listener().left(function, leave.condition(), stay);
      parts.deliveries().tell(event.content(), leave, all);
    }
  }

  /** Forgets all events; those whose invocation is running end without anybody being told. */
  void drop() {
    isDropped = true;
    wakeUp.cancel();
  }
}
