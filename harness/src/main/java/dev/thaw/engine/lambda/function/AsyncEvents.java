package dev.thaw.engine.lambda.function;

/** Where accepted asynchronous events go: the queue from which Lambda invokes their functions. */
@FunctionalInterface
public interface AsyncEvents {
  /** Takes an event, always and at once. */
  void accept(AsyncEvent event);
}
