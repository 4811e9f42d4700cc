package dev.thaw.engine.sqs;

import dev.thaw.invocation.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A standard queue. Thread-safe; who waits for a message holds no thread. Messages are given in the
 * order in which they became visible, though SQS does not promise that. What a consumer chooses,
 * visibility timeouts and waits, passes by the clock and not in platform time.
 */
final class Queue {
  private final QueueName name;
  private final Clock clock;
  private final Supplier<String> ids;
  private final long createdSeconds;
  private final Deque<StoredMessage> visible = new ArrayDeque<>();
  private final PriorityQueue<StoredMessage> hidden =
      new PriorityQueue<>(StoredMessage::compareVisible);
  private final Map<String, StoredMessage> all = new HashMap<>();
  private final Deque<Poll> polls = new ArrayDeque<>();
  private QueueSettings settings;
  private long modifiedSeconds;
  private long sent;

  /** Somebody who waits for messages. */
  private record Poll(
      int most, Duration hiding, long deadlineNs, CompletableFuture<List<Received>> answer) {}

  /** A message that was received, with the handle to delete it by. */
  record Received(StoredMessage message, int count, String handle) {}

  /** How many messages there are of each kind. */
  record Counts(int visible, int inFlight, int delayed) {}

  Queue(QueueName name, QueueSettings settings, Clock clock, Supplier<String> ids) {
    this.name = name;
    this.settings = settings;
    this.clock = clock;
    this.ids = ids;
    this.createdSeconds = clock.now().getEpochSecond();
    this.modifiedSeconds = createdSeconds;
  }

  QueueName name() {
    return name;
  }

  long createdSeconds() {
    return createdSeconds;
  }

  synchronized long modifiedSeconds() {
    return modifiedSeconds;
  }

  synchronized QueueSettings settings() {
    return settings;
  }

  synchronized void change(QueueSettings changed) {
    settings = changed;
    modifiedSeconds = clock.now().getEpochSecond();
  }

  /** Puts a message in, visible after the delay (the queue's own where it is null). */
  StoredMessage send(OutgoingMessage content, String sender, @Nullable Duration delay) {
    StoredMessage message;
    synchronized (this) {
      var wait = delay == null ? settings.duration(Attribute.DELAY) : delay;
      message =
          new StoredMessage(sent++, ids.get(), sender, content, clock.now(), clock.nanoTime());
      all.put(message.id(), message);
      if (wait.isZero()) {
        visible.add(message);
      } else {
        message.hideUntil(message.sentNs() + wait.toNanos());
        hidden.add(message);
      }
    }
    servePolls();
    return message;
  }

  /** Receives what there is, or waits for the first that comes until the wait is over. */
  CompletableFuture<List<Received>> receive(int most, Duration hiding, Duration wait) {
    var answer = new CompletableFuture<List<Received>>();
    synchronized (this) {
      var found = take(most, hiding);
      if (!found.isEmpty() || wait.isZero()) {
        answer.complete(found);
        return answer;
      }
      polls.add(new Poll(most, hiding, clock.nanoTime() + wait.toNanos(), answer));
      serveLater();
    }
    return answer.completeOnTimeout(List.of(), wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  private List<Received> take(int most, Duration hiding) {
    promote();
    var found = new ArrayList<Received>();
    while (found.size() < most) {
      var message = visible.poll();
      if (message == null) {
        break;
      }
      if (!isGone(message)) {
        message.received(clock.now(), clock.nanoTime() + hiding.toNanos());
        hidden.add(message);
        var receipt = new Receipt(message.id(), message.receipts());
        found.add(new Received(message, message.receipts(), receipt.handle()));
      }
    }
    return found;
  }

  private void promote() {
    var first = hidden.peek();
    while (first != null && first.visibleNs() - clock.nanoTime() <= 0) {
      hidden.poll();
      first.returned();
      if (!first.isDeleted()) {
        visible.add(first);
      }
      first = hidden.peek();
    }
  }

  private boolean isGone(StoredMessage message) {
    var isExpired =
        clock.nanoTime() - message.sentNs() > settings.duration(Attribute.RETENTION).toNanos();
    if (isExpired) {
      all.remove(message.id());
    }
    return isExpired || message.isDeleted();
  }

  private void servePolls() {
    var answers = new ArrayList<Runnable>();
    synchronized (this) {
      for (var poll = polls.peek(); poll != null; poll = polls.peek()) {
        if (poll.answer().isDone() || clock.nanoTime() - poll.deadlineNs() >= 0) {
          polls.remove();
          continue;
        }
        var found = take(poll.most(), poll.hiding());
        if (found.isEmpty()) {
          serveLater();
          break;
        }
        polls.remove();
        var served = poll;
        answers.add(() -> answer(served, found));
      }
    }
    answers.forEach(Runnable::run);
  }

  private void answer(Poll poll, List<Received> found) {
    if (!poll.answer().complete(found)) {
      // Its wait was over in the same moment: nobody has these messages.
      found.forEach(received -> changeVisibility(received.message().id(), Duration.ZERO));
    }
  }

  /** Looks again when the next hidden message becomes visible. */
  private void serveLater() {
    var next = hidden.peek();
    if (next != null) {
      var delayNs = Math.max(1, next.visibleNs() - clock.nanoTime());
      later(delayNs).execute(this::servePolls);
    }
  }

  private static Executor later(long delayNs) {
    return CompletableFuture.delayedExecutor(delayNs, TimeUnit.NANOSECONDS);
  }

  /** Deletes a message; one that is gone is as good as deleted. */
  synchronized void delete(String messageId) {
    var message = all.remove(messageId);
    if (message != null) {
      message.delete();
      hidden.remove(message);
    }
  }

  /** Hides a message that is in flight for that long from now; false if there is none. */
  boolean changeVisibility(String messageId, Duration hiding) {
    synchronized (this) {
      promote();
      var message = all.get(messageId);
      if (message == null || !message.isInFlight()) {
        return false;
      }
      hidden.remove(message);
      message.hideUntil(clock.nanoTime() + hiding.toNanos());
      hidden.add(message);
    }
    servePolls();
    return true;
  }

  synchronized void purge() {
    all.values().forEach(StoredMessage::delete);
    all.clear();
    visible.clear();
    hidden.clear();
  }

  synchronized Counts counts() {
    promote();
    var inFlight = (int) hidden.stream().filter(StoredMessage::isInFlight).count();
    var waiting = (int) visible.stream().filter(message -> !isGone(message)).count();
    return new Counts(waiting, inFlight, hidden.size() - inFlight);
  }
}
