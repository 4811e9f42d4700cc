package dev.thaw.model;

import dev.thaw.rules.async.Condition;
import dev.thaw.rules.stream.DiscardCondition;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What a simulation found of a load that nobody waits for. */
public sealed interface QueuedOutcome {
  /** Of how many arrivals all the rest is: what became of them is in the books. */
  long arrivals();

  private static <K extends Enum<K>> Map<K, Long> inOrder(Class<K> type, Map<K, Long> counts) {
    var inOrder = new EnumMap<K, Long>(type);
    inOrder.putAll(counts);
    return Collections.unmodifiableMap(inOrder);
  }

  /**
   * Asynchronous events: accepted = left + waiting + running.
   *
   * @param left how many left the queue, by their condition
   * @param invocations of the function, retries included
   * @param throttled attempts that were put back
   * @param age from acceptance to each invocation: AsyncEventAge
   * @param entry from acceptance to each entry of the handler
   * @param stay from acceptance to the end of those that left
   */
  record Async(
      long accepted,
      Map<Condition, Long> left,
      long waiting,
      long running,
      long invocations,
      long throttled,
      Latencies age,
      Latencies entry,
      Latencies stay)
      implements QueuedOutcome {
    public Async {
      left = inOrder(Condition.class, left);
    }

    @Override
    public long arrivals() {
      return accepted;
    }

    /** How many left the queue for that reason. */
    public long left(Condition condition) {
      return left.getOrDefault(condition, 0L);
    }

    /** Of those that left, how many were given up. */
    public long dropped() {
      return accepted - waiting - running - left(Condition.SUCCESS);
    }
  }

  /**
   * Records of a stream: arrivals = rejected + skipped + processed + discarded + pending.
   *
   * @param rejected beyond what the shards take
   * @param skipped before the mapping's starting position, or filtered out
   * @param discarded by condition
   * @param pending not read, waiting, running or to be retried
   * @param sent what the function was invoked with, or could not be
   * @param iteratorAge of each invocation
   * @param entry from arrival to the handler's entry, of those that were processed
   * @param stay from arrival to the end of those that were processed
   */
  record Stream(
      long arrivals,
      long rejected,
      long skipped,
      long processed,
      Map<DiscardCondition, Long> discarded,
      long pending,
      Sent sent,
      Latencies iteratorAge,
      Latencies entry,
      Latencies stay)
      implements QueuedOutcome {
    public Stream {
      discarded = inOrder(DiscardCondition.class, discarded);
    }

    /** Batches that were sent, retries included, their records, and batches that were throttled. */
    public record Sent(long batches, long records, long throttled) {}

    /** How many batches the function was invoked with. */
    public long batches() {
      return sent.batches();
    }

    /** How many batches could not be sent. */
    public long throttled() {
      return sent.throttled();
    }

    /** How many were discarded for that reason. */
    public long discarded(DiscardCondition condition) {
      return discarded.getOrDefault(condition, 0L);
    }

    /** NaN when there was no batch. */
    public double meanBatchSize() {
      return (double) sent.records() / sent.batches();
    }
  }

  /**
   * Messages of a queue: arrivals = served + waiting + running.
   *
   * @param throttled attempts that came back
   * @param waitingTime from arrival to invocation
   */
  record Queue(
      long arrivals, long served, long waiting, long running, long throttled, Latencies waitingTime)
      implements QueuedOutcome {}
}
