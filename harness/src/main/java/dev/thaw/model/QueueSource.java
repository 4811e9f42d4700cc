package dev.thaw.model;

import dev.thaw.rules.concurrency.Admission;
import java.util.ArrayDeque;
import java.util.Deque;
import org.HdrHistogram.Histogram;

/** Messages of a queue: first come, first served, so many at a time. */
final class QueueSource extends QueuedSource {
  private final Invoker invoker;
  private final Timeline timeline;
  private final int maximumConcurrency;
  private final long visibilityNs;
  private final Deque<Message> waiting = new ArrayDeque<>();
  private final Histogram wait = Counts.latencies();
  private long arrivals;
  private long served;
  private long invisible;
  private long throttled;
  private int running;

  /** A message, and the event that it is invoked or visible again. */
  private final class Message extends Event {
    private final long arrivedNs;
    private boolean isRunning;

    Message(long arrivedNs) {
      this.arrivedNs = arrivedNs;
    }

    @Override
    void fire(long nowNs) {
      if (isRunning) {
        running--;
        served++;
      } else {
        invisible--;
        waiting.addLast(this);
      }
      serve(nowNs);
    }
  }

  QueueSource(Load.Queue load, Invoker invoker, Timeline timeline) {
    super(load);
    this.invoker = invoker;
    this.timeline = timeline;
    this.maximumConcurrency = load.settings().maximumConcurrency();
    this.visibilityNs = load.settings().visibilityTimeout().toNanos();
  }

  @Override
  void arrive(long nowNs) {
    arrivals++;
    waiting.addLast(new Message(nowNs));
    serve(nowNs);
  }

  private void serve(long nowNs) {
    while (running < maximumConcurrency && !waiting.isEmpty()) {
      receive(waiting.removeFirst(), nowNs);
    }
  }

  private void receive(Message message, long nowNs) {
    if (invoker.invoke(nowNs) == Admission.ADMITTED) {
      running++;
      message.isRunning = true;
      wait.recordValue(nowNs - message.arrivedNs);
      timeline.resume(invoker.last().endNs, message);
    } else {
      throttled++;
      invisible++;
      timeline.resume(nowNs + visibilityNs, message);
    }
  }

  @Override
  QueuedOutcome.Queue outcome() {
    long left = waiting.size() + invisible;
    requireSame("arrivals = served + waiting + running", arrivals, served + left + running);
    return new QueuedOutcome.Queue(arrivals, served, left, running, throttled, new Latencies(wait));
  }
}
