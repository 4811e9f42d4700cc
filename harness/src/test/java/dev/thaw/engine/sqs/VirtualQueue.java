package dev.thaw.engine.sqs;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A queue that a test looks into. */
public final class VirtualQueue {
  private final Queue queue;

  /** A new one of that name. */
  public VirtualQueue(Queues queues, String name) {
    this.queue = queues.create(new QueueName("eu-west-1", "123456789012", name), Map.of());
  }

  /** Its ARN. */
  public String arn() {
    return queue.name().arn();
  }

  /** The bodies of what was sent to it, in their order; they are not given again. */
  public List<String> take() {
    return queue.receive(Integer.MAX_VALUE, Duration.ofHours(12), Duration.ZERO).join().stream()
        .map(received -> received.message().body())
        .toList();
  }
}
