package dev.thaw.engine.lambda.admission;

import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.environment.Invoker;
import dev.thaw.rules.concurrency.Admission;
import java.util.concurrent.CompletableFuture;

/** What became of one invocation that asked for concurrency. */
public sealed interface Ticket {
  /** It met a limit. */
  record Throttled(Admission admission) implements Ticket {}

  /** It was admitted, and is to run once. */
  sealed interface Admitted extends Ticket permits OnDemand, OnProvisioned {
    /** How much concurrency was in use, it included. */
    Level level();

    /** Whether versions have provisioned environments, of which there was none for it. */
    boolean isSpillOver();

    /**
     * Runs it, as {@link Invoker#invoke} does; it counts as running until it is answered, which the
     * future's own dependents see the end of.
     */
    CompletableFuture<InvocationResult> run(
        Invoker invoker, FunctionVersion version, InvocationRequest request);
  }

  /** It runs in an environment that is started on demand. */
  record OnDemand(AccountConcurrency account, FunctionShare share, Level level, boolean isSpillOver)
      implements Admitted {
    @Override
    public CompletableFuture<InvocationResult> run(
        Invoker invoker, FunctionVersion version, InvocationRequest request) {
      return invoker
          .invoke(version, request, () -> account.mayGrow(share))
          .whenComplete((result, failure) -> account.end(share));
    }
  }

  /** It runs in a provisioned environment that was taken for it. */
  record OnProvisioned(
      AccountConcurrency account, FunctionShare share, Provision.Unit unit, Level level)
      implements Admitted {
    @Override
    public boolean isSpillOver() {
      return false;
    }

    @Override
    public CompletableFuture<InvocationResult> run(
        Invoker invoker, FunctionVersion version, InvocationRequest request) {
      return unit.environment()
          .invoke(request)
          .whenComplete((result, failure) -> account.end(share, unit));
    }
  }
}
