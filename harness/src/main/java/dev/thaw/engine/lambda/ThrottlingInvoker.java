package dev.thaw.engine.lambda;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.environment.Invoker;
import dev.thaw.invocation.ThrottleReason;
import dev.thaw.rules.AccountConcurrency;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Lets as many invocations through as the account's concurrency allows, and throttles the others.
 */
final class ThrottlingInvoker implements Invoker {
  private final Invoker invoker;
  private final AccountConcurrency concurrency;

  ThrottlingInvoker(Invoker invoker, AccountConcurrency concurrency) {
    this.invoker = invoker;
    this.concurrency = concurrency;
  }

  @Override
  public CompletableFuture<InvocationResult> invoke(
      FunctionVersion version, InvocationRequest request) {
    var throttled = start();
    if (throttled.isPresent()) {
      return CompletableFuture.failedFuture(LambdaError.throttled(throttled.orElseThrow()));
    }
    return invoker.invoke(version, request).whenComplete((result, failure) -> end());
  }

  private synchronized Optional<ThrottleReason> start() {
    return concurrency.start();
  }

  private synchronized void end() {
    concurrency.end();
  }

  @Override
  public void retire(FunctionName name) {
    invoker.retire(name);
  }
}
