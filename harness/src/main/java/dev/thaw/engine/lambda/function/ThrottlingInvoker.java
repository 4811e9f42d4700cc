package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.GrowthRefusedException;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.lambda.admission.Accounts;
import dev.thaw.engine.lambda.admission.Ticket;
import dev.thaw.rules.concurrency.Admission;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Lets those invocations through that the account's and the function's concurrency, requests per
 * second and scaling rate allow, and throttles the others. Thread-safe.
 */
public final class ThrottlingInvoker {
  private final Invoker invoker;
  private final Accounts accounts;

  ThrottlingInvoker(Invoker invoker, Accounts accounts) {
    this.invoker = invoker;
    this.accounts = accounts;
  }

  /** Runs one invocation as {@link Invoker} does, or fails with Lambda's throttle. */
  CompletableFuture<InvocationResult> invoke(FunctionVersion version, InvocationRequest request) {
    return run(accounts.of(version.name()).admit(version.name()), version, request);
  }

  /** The same for an asynchronous invocation, to which requests per second do not count. */
  CompletableFuture<InvocationResult> invokeAsync(
      FunctionVersion version, InvocationRequest request) {
    return run(accounts.of(version.name()).admitAsync(version.name()), version, request);
  }

  private CompletableFuture<InvocationResult> run(
      Ticket ticket, FunctionVersion version, InvocationRequest request) {
    if (ticket.admission() != Admission.ADMITTED) {
      return CompletableFuture.failedFuture(LambdaError.throttled(ticket.admission()));
    }
    return invoker
        .invoke(version, request, ticket::mayGrow)
        .whenComplete((result, failure) -> ticket.end())
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(throttle(failure)));
  }

  private static Throwable throttle(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof GrowthRefusedException
        ? LambdaError.throttled(Admission.SCALING_RATE)
        : failure;
  }

  /** Ends the environments of a function that is deleted, and gives back what it had set aside. */
  void retire(FunctionName name) {
    accounts.of(name).forget(name);
    invoker.retire(name);
  }

  /** Ends the environments of one version. */
  void retire(FunctionName name, String version) {
    invoker.retire(name, version);
  }
}
