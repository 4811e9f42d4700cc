package dev.thaw.engine.trigger.async;

import dev.thaw.engine.lambda.function.FunctionReference;
import java.time.Duration;

/**
 * Told what happens to asynchronous events, on the queue's own thread, so it must not block.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html">
 *     Asynchronous invocation metrics</a>
 */
public interface AsyncListener {
  /** Who does not want to know. */
  AsyncListener NONE = new AsyncListener() {};

  /** An event was accepted: {@code AsyncEventsReceived}. */
  default void received(FunctionReference function) {}

  /** The function is invoked with an event of that age: {@code AsyncEventAge}. */
  default void invoked(FunctionReference function, Duration age) {}

  /** An event left the queue without a successful invocation: {@code AsyncEventsDropped}. */
  default void dropped(FunctionReference function) {}

  /** A record could not be sent: {@code DestinationDeliveryFailures}. */
  default void deliveryFailed(FunctionReference function) {}

  /** A payload could not be sent to the dead-letter queue: {@code DeadLetterErrors}. */
  default void deadLetterFailed(FunctionReference function) {}
}
