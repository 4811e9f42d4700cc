package dev.thaw.rules.async;

import dev.thaw.rules.async.Verdict.Retry;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The queue that Lambda keeps for a function's asynchronous events. It accepts always, even where
 * the function could not run at all; concurrency is asked for when an event is taken. Events are
 * taken in the order in which they are due, and stay accounted for until they are settled:
 *
 * <pre>{@code
 * queue.accept(content, now);
 * var event = queue.take(now);
 * var verdict = queue.settle(event, attempt, then);
 * }</pre>
 *
 * <p>Not thread-safe; instants are nanoseconds of any clock that only goes forward.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html">Asynchronous
 *     invocation</a>
 */
public final class EventQueue<E> {
  private RetryPolicy policy;
  private final PriorityQueue<QueuedEvent<E>> waiting =
      new PriorityQueue<>(QueuedEvent::compareDue);
  private long accepted;
  private long taken;

  public EventQueue(RetryPolicy policy) {
    this.policy = policy;
  }

  /** Settles by that policy from now on. */
  public void follow(RetryPolicy other) {
    policy = other;
  }

  /** Puts an event into the queue, due at once. */
  public void accept(E content, long nowNs) {
    waiting.add(new QueuedEvent<>(content, accepted++, nowNs, 0, 0, nowNs));
  }

  /**
   * Takes the next event that is due, to be settled by the caller; null when there is none. Where
   * {@link RetryPolicy#isTooOld} says so, it is to be settled as {@link Attempt#TOO_OLD}.
   */
  public @Nullable QueuedEvent<E> take(long nowNs) {
    var first = waiting.peek();
    if (first == null || first.dueNs() - nowNs > 0) {
      return null;
    }
    taken++;
    return waiting.poll();
  }

  /** Puts an event that was taken back into the queue, or lets it go. */
  public Verdict settle(QueuedEvent<E> event, Attempt attempt, long nowNs) {
    if (taken == 0) {
      throw new IllegalStateException("no event is out of the queue");
    }
    taken--;
    var verdict = policy.after(event, attempt, nowNs);
    if (verdict instanceof Retry retry) {
      boolean wasInvoked = attempt == Attempt.FUNCTION_ERROR;
      waiting.add(
          wasInvoked ? event.afterInvocation(retry.atNs()) : event.afterPushback(retry.atNs()));
    }
    return verdict;
  }

  /** When the next event is due. */
  public OptionalLong nextDueNs() {
    var first = waiting.peek();
    return first == null ? OptionalLong.empty() : OptionalLong.of(first.dueNs());
  }

  /** Events in the queue, due or not; those that are taken and not settled do not count. */
  public int waiting() {
    return waiting.size();
  }

  /** Events that were ever accepted. */
  public long accepted() {
    return accepted;
  }
}
