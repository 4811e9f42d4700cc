package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Caller;
import dev.thaw.invocation.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All queues of all accounts and regions. Thread-safe. */
public final class Queues {
  private final Map<QueueName, Queue> queues = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Supplier<String> ids;

  /** No queues yet; {@code ids} gives UUIDs. */
  public Queues(Clock clock, Supplier<String> ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** Whether there is a queue of that ARN. */
  public boolean exists(String arn) {
    return ofArn(arn).isPresent();
  }

  /**
   * Sends what a service of AWS sends of its own.
   *
   * @throws AwsException if there is no such queue, or the message is too large for it
   */
  public void send(String arn, OutgoingMessage message) {
    var queue = ofArn(arn).orElseThrow(SqsError::noQueue);
    Sending.check(message, queue);
    queue.send(message, "AIDAISDRSRXRPXMHXWX5M", null);
  }

  private Optional<Queue> ofArn(String arn) {
    return QueueName.ofArn(arn).map(queues::get);
  }

  /** The new queue, or the one of that name if its attributes are the same. */
  Queue create(QueueName name, Map<String, String> attributes) {
    var settings = QueueSettings.DEFAULT.with(attributes);
    var queue = queues.computeIfAbsent(name, key -> new Queue(key, settings, clock, ids));
    for (var asked : attributes.keySet()) {
      var is = queue.settings().values().get(asked);
      if (is != null && !is.equals(settings.values().get(asked))) {
        throw SqsError.QUEUE_NAME_EXISTS.exception(
            "A queue already exists with the same name and a different value for attribute "
                + asked);
      }
    }
    return queue;
  }

  /** The queue of a request, which names it by URL; a Query request may be sent to that URL. */
  Queue get(Call call, @Nullable String url) {
    var named = url == null ? call.wire().path() : url;
    var name = QueueName.ofUrl(named, call.region());
    if (url == null && name.isEmpty()) {
      throw SqsError.missing("QueueUrl");
    }
    return name.map(queues::get).orElseThrow(SqsError::noQueue);
  }

  Queue named(QueueName name) {
    return Optional.ofNullable(queues.get(name)).orElseThrow(SqsError::noQueue);
  }

  void delete(Queue queue) {
    queues.remove(queue.name());
    queue.purge();
  }

  List<QueueName> of(Caller owner) {
    return queues.keySet().stream()
        .filter(name -> name.account().equals(owner.account()))
        .filter(name -> name.region().equals(owner.region()))
        .toList();
  }
}
