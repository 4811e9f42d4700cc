package dev.thaw.engine.trigger.async;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.lambda.function.AsyncEvent;
import dev.thaw.engine.lambda.function.AsyncEvents;
import dev.thaw.engine.lambda.function.FunctionListener;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.rules.async.EventInvokeConfig;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;

/**
 * Lambda's queue for asynchronous events. Whoever has an event for a function hands it over and is
 * done; it is invoked as the rules say, with the code that is current when it starts, and retried
 * in platform time. Thread-safe: all of it happens on one thread, which never waits for anything.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html">Asynchronous
 *     invocation</a>
 */
public final class AsyncQueue implements AsyncEvents, FunctionListener, AutoCloseable {
  private final Parts parts;
  private final Map<FunctionReference, FunctionQueue> queues = new HashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(new DefaultThreadFactory("thaw-async", true));

  /** What the queue works with. */
  public record Parts(EventInvoker invoker, Deliveries deliveries) {
    PlatformTime time() {
      return deliveries.time();
    }

    AsyncListener listener() {
      return deliveries.listener();
    }

    EventInvokeConfig config(FunctionReference function) {
      return deliveries.configs().rules(function);
    }
  }

  public AsyncQueue(Parts parts) {
    this.parts = parts;
  }

  @Override
  public void accept(AsyncEvent event) {
    run(
        () ->
            queues
                .computeIfAbsent(event.function(), key -> new FunctionQueue(key, parts, this))
                .accept(event));
  }

  void run(Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException closed) {
      // What waits is dropped with the engine.
    }
  }

  @Override
  public void functionDeleted(FunctionName function) {
    drop(reference -> reference.name().equals(function));
  }

  @Override
  public void versionDeleted(FunctionName function, String version) {
    drop(reference -> reference.equals(new FunctionReference(function, version)));
  }

  @Override
  public void aliasDeleted(FunctionName function, String alias) {
    drop(reference -> reference.equals(new FunctionReference(function, alias)));
  }

  private void drop(Predicate<FunctionReference> isMeant) {
    run(
        () -> {
          queues.forEach(
              (reference, queue) -> {
                if (isMeant.test(reference)) {
                  queue.drop();
                }
              });
          queues.keySet().removeIf(isMeant);
        });
  }

  /** Drops what waits, and starts nothing any more. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
