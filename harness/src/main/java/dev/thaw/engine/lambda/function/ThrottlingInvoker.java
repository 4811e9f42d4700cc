package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.GrowthRefusedException;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.environment.Invoker;
import dev.thaw.invocation.Clock;
import dev.thaw.rules.concurrency.Account;
import dev.thaw.rules.concurrency.Admission;
import dev.thaw.rules.concurrency.FunctionConcurrency;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Lets those invocations through that the account's and the function's concurrency, requests per
 * second and scaling rate allow, and throttles the others.
 */
public final class ThrottlingInvoker {
  private final Invoker invoker;
  private final Account account;
  private final Clock clock;
  private final Map<FunctionName, FunctionConcurrency> functions = new HashMap<>();

  ThrottlingInvoker(Invoker invoker, Account account, Clock clock) {
    this.invoker = invoker;
    this.account = account;
    this.clock = clock;
  }

  /** Runs one invocation as {@link Invoker} does, or fails with Lambda's throttle. */
  CompletableFuture<InvocationResult> invoke(FunctionVersion version, InvocationRequest request) {
    var function = function(version.name());
    var admission = admit(function);
    if (admission != Admission.ADMITTED) {
      return CompletableFuture.failedFuture(LambdaError.throttled(admission));
    }
    return invoker
        .invoke(version, request, () -> mayGrow(function))
        .whenComplete((result, failure) -> end(function))
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(throttle(failure)));
  }

  private synchronized FunctionConcurrency function(FunctionName name) {
    return functions.computeIfAbsent(name, added -> account.function(clock.nanoTime()));
  }

  private synchronized Admission admit(FunctionConcurrency function) {
    return function.admit(clock.nanoTime());
  }

  private synchronized boolean mayGrow(FunctionConcurrency function) {
    return function.grow(clock.nanoTime()) == Admission.ADMITTED;
  }

  private synchronized void end(FunctionConcurrency function) {
    function.end();
  }

  private static Throwable throttle(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof GrowthRefusedException
        ? LambdaError.throttled(Admission.SCALING_RATE)
        : failure;
  }

  /** Ends the environments of a function that is deleted, and forgets how it grew. */
  void retire(FunctionName name) {
    forget(name);
    invoker.retire(name);
  }

  /** Ends the environments of one version. */
  void retire(FunctionName name, String version) {
    invoker.retire(name, version);
  }

  private synchronized void forget(FunctionName name) {
    functions.remove(name);
  }
}
