package dev.thaw.engine.trigger.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.thaw.engine.lambda.function.AsyncEvent;
import dev.thaw.engine.lambda.function.AsyncEvents;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Functions;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.s3.BucketListener;
import dev.thaw.engine.s3.ObjectEvent;
import dev.thaw.engine.sqs.OutgoingMessage;
import dev.thaw.engine.sqs.Queues;
import dev.thaw.engine.trigger.bucket.Rule.Target;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The notifications of all buckets, handed to the functions' event queues and to SQS as soon as the
 * object is there. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html">
 *     Amazon S3 Event Notifications</a>
 */
public final class Notifications implements BucketListener {
  private final Map<String, List<Rule>> rules = new ConcurrentHashMap<>();
  private final Functions functions;
  private final AsyncEvents events;
  private final Queues queues;
  private final Supplier<String> ids;

  public Notifications(
      Functions functions, AsyncEvents events, Queues queues, Supplier<String> ids) {
    this.functions = functions;
    this.events = events;
    this.queues = queues;
    this.ids = ids;
  }

  Queues queues() {
    return queues;
  }

  List<Rule> of(String bucket) {
    return rules.getOrDefault(bucket, List.of());
  }

  void set(String bucket, List<Rule> all) {
    rules.put(bucket, List.copyOf(all));
  }

  @Override
  public void changed(ObjectEvent event) {
    for (var rule : of(event.bucket())) {
      if (rule.matches(event)) {
        tell(rule, EventMessage.of(event, rule.id()));
      }
    }
  }

  /** A function or queue that has gone since gets nothing, and nobody is told of it. */
  private void tell(Rule rule, String message) {
    try {
      if (rule.target() == Target.QUEUE) {
        queues.send(rule.arn(), new OutgoingMessage(message, Map.of()));
      } else {
        var function = FunctionReference.ofArn(rule.arn());
        functions.get(function);
        events.accept(new AsyncEvent(function, ids.get(), message.getBytes(UTF_8)));
      }
    } catch (AwsException gone) {
      return;
    }
  }

  @Override
  public void deleted(String bucket) {
    rules.remove(bucket);
  }
}
