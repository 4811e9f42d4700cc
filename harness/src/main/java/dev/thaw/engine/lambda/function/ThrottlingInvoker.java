package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.GrowthRefusedException;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.lambda.admission.Accounts;
import dev.thaw.engine.lambda.admission.Ticket;
import dev.thaw.rules.concurrency.Admission;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Lets those invocations through that the account's and the function's concurrency, requests per
 * second and scaling rate allow, in a provisioned environment where one is free, and throttles the
 * others. Thread-safe.
 */
public final class ThrottlingInvoker {
  private final Invoker invoker;
  private final Accounts accounts;
  private final InvocationListener listener;

  ThrottlingInvoker(Invoker invoker, Accounts accounts, InvocationListener listener) {
    this.invoker = invoker;
    this.accounts = accounts;
    this.listener = listener;
  }

  /** Runs one invocation as {@link Invoker} does, or fails with Lambda's throttle. */
  CompletableFuture<InvocationResult> invoke(InvocationAttempt attempt) {
    var ticket = admit(attempt);
    if (ticket instanceof Ticket.Admitted admitted) {
      listener.began(attempt, admitted);
      return admitted
          .run(invoker, attempt.version(), attempt.request())
          .whenComplete((result, failure) -> tell(attempt, admitted, result))
          .exceptionallyCompose(
              failure -> CompletableFuture.failedFuture(failed(attempt, failure)));
    }
    return CompletableFuture.failedFuture(
        throttled(attempt, ((Ticket.Throttled) ticket).admission()));
  }

  private Ticket admit(InvocationAttempt attempt) {
    var account = accounts.of(attempt.version().name());
    return attempt.isAsync()
        ? account.admitAsync(attempt.version())
        : account.admit(attempt.version());
  }

  private void tell(
      InvocationAttempt attempt, Ticket.Admitted admitted, @Nullable InvocationResult result) {
    if (result != null) {
      listener.ended(attempt, admitted, result);
    }
  }

  private Throwable failed(InvocationAttempt attempt, Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof GrowthRefusedException
        ? throttled(attempt, Admission.SCALING_RATE)
        : failure;
  }

  private RuntimeException throttled(InvocationAttempt attempt, Admission limit) {
    listener.throttled(attempt, limit);
    return LambdaError.throttled(limit);
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
