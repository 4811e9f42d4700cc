package dev.thaw.engine.trigger.async;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Invoked;
import dev.thaw.engine.lambda.function.Lambda;
import java.util.concurrent.CompletableFuture;

/** How the event queue invokes functions. */
public interface EventInvoker {
  /** Invokes, or fails with what Lambda refuses. */
  CompletableFuture<Invoked> invoke(FunctionReference function, InvocationRequest request);

  /** Whether the function's reserved concurrency is 0. */
  boolean isReservedZero(FunctionName function);

  /** Lambda itself. */
  static EventInvoker of(Lambda lambda) {
    return new EventInvoker() {
      @Override
      public CompletableFuture<Invoked> invoke(
          FunctionReference function, InvocationRequest request) {
        return lambda.invocations().invokeAsync(function, request);
      }

      @Override
      public boolean isReservedZero(FunctionName function) {
        return lambda.accounts().of(function).reserved(function).orElse(1) == 0;
      }
    };
  }
}
