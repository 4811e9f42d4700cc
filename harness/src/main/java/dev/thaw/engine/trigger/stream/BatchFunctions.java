package dev.thaw.engine.trigger.stream;

import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Invoked;
import dev.thaw.engine.lambda.function.Lambda;
import java.util.concurrent.CompletableFuture;

/** The functions that pollers invoke, with answers that are waited for; thread-safe. */
public interface BatchFunctions {
  /**
   * The role of the function's execution, which Kinesis's records name.
   *
   * @throws dev.thaw.engine.protocol.AwsException if there is no such function
   */
  String role(FunctionReference function);

  /** Invokes a function; what Lambda refuses fails the future. */
  CompletableFuture<Invoked> invoke(FunctionReference function, InvocationRequest request);

  /** Lambda's own. */
  static BatchFunctions of(Lambda lambda) {
    return new BatchFunctions() {
      @Override
      public String role(FunctionReference function) {
        return lambda.functions().version(function).configuration().role();
      }

      @Override
      public CompletableFuture<Invoked> invoke(
          FunctionReference function, InvocationRequest request) {
        return lambda.invocations().invoke(function, request);
      }
    };
  }
}
