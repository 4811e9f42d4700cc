package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.protocol.AwsException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Invokes functions by reference, within the limits of concurrency: for callers, and for the event
 * queue, event source mappings and HTTP front ends. What Lambda refuses, a throttle above all,
 * fails the future with an {@link AwsException}; a function's own error does not.
 */
public final class Invocations {
  private final Functions functions;
  private final CodeStore code;
  private final ThrottlingInvoker invoker;

  Invocations(Functions functions, CodeStore code, ThrottlingInvoker invoker) {
    this.functions = functions;
    this.code = code;
    this.invoker = invoker;
  }

  /** Invokes for somebody who waits. */
  public CompletableFuture<Invoked> invoke(FunctionReference function, InvocationRequest request) {
    return invoke(function, request, false);
  }

  /** Invokes for the event queue: requests per second do not count for that. */
  public CompletableFuture<Invoked> invokeAsync(
      FunctionReference function, InvocationRequest request) {
    return invoke(function, request, true);
  }

  private CompletableFuture<Invoked> invoke(
      FunctionReference function, InvocationRequest request, boolean isAsync) {
    try {
      var live = hold(function);
      return invoker
          .invoke(new InvocationAttempt(function, live.version(), request, isAsync))
          .whenComplete((result, failure) -> code.release(live.code()))
          .exceptionallyCompose(failure -> CompletableFuture.failedFuture(refusalOrFault(failure)))
          .thenApply(result -> new Invoked(result, live.version().version()));
    } catch (AwsException refusal) {
      return CompletableFuture.failedFuture(refusal);
    }
  }

  /** A throttle is Lambda's answer; anything else is a fault of the engine. */
  private static Throwable refusalOrFault(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof AwsException
        ? cause
        : LambdaError.failed("The engine could not run the function: " + failure);
  }

  /** What runs now, with its code held for as long as it does. */
  private StoredFunction.Live hold(FunctionReference reference) {
    var live = functions.runnable(reference);
    while (!code.holdAlso(live.code())) {
      live = functions.runnable(reference);
    }
    return live;
  }
}
