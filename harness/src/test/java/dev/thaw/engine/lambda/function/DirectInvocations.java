package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.lambda.admission.Accounts;
import java.util.concurrent.CompletableFuture;

/** Invocations of versions that no API call has made, within the limits of concurrency. */
public record DirectInvocations(ThrottlingInvoker invoker) {
  public static DirectInvocations of(
      Invoker environments, Accounts accounts, InvocationListener listener) {
    return new DirectInvocations(new ThrottlingInvoker(environments, accounts, listener));
  }

  public CompletableFuture<InvocationResult> invoke(
      FunctionVersion version, InvocationRequest request, boolean isAsync) {
    var reference = new FunctionReference(version.name(), version.version());
    return invoker.invoke(new InvocationAttempt(reference, version, request, isAsync));
  }
}
