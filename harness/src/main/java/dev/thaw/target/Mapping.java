package dev.thaw.target;

import dev.thaw.invocation.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * Event source mappings of a function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html">
 *     How Lambda processes records from stream and queue-based event sources</a>
 */
record Mapping(LambdaClient lambda, Clock clock, Duration pollInterval, String functionArn) {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Makes one from a stream, and waits until it is enabled. */
  void create(String sourceArn) {
    var id =
        lambda
            .createEventSourceMapping(
                create ->
                    create
                        .functionName(functionArn)
                        .eventSourceArn(sourceArn)
                        .startingPosition(EventSourcePosition.TRIM_HORIZON))
            .uuid();
    await("the mapping of " + sourceArn + " to be enabled", () -> isEnabled(id));
  }

  private boolean isEnabled(String id) {
    return lambda.getEventSourceMapping(get -> get.uuid(id)).state().equals("Enabled");
  }

  /** Deletes all there are of a stream. */
  void remove(String sourceArn) {
    for (var page :
        lambda.listEventSourceMappingsPaginator(list -> list.eventSourceArn(sourceArn))) {
      for (var mapping : page.eventSourceMappings()) {
        try {
          lambda.deleteEventSourceMapping(delete -> delete.uuid(mapping.uuid()));
        } catch (ResourceNotFoundException gone) {
          // As good as deleted.
        }
      }
    }
  }

  /** Waits for something of the target's. */
  void await(String what, java.util.function.BooleanSupplier isDone) {
    long deadlineNs = clock.nanoTime() + LONGEST.toNanos();
    while (!isDone.getAsBoolean()) {
      if (clock.nanoTime() > deadlineNs || Thread.currentThread().isInterrupted()) {
        throw new TargetException("waited in vain for " + what);
      }
      clock.sleep(pollInterval);
    }
  }
}
