package dev.thaw.engine.environment;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/** An environment of a fleet that is initialised ahead, as who had it made sees it. */
record AheadEnvironment(ExecutionEnvironment environment, Condition condition)
    implements ProvisionedEnvironment {

  /** Whether the environment's runtime goes on, as its loop has last told. */
  static final class Condition implements EnvironmentOwner {
    private final Runnable loss;
    private final Set<ExecutionEnvironment> living;
    private volatile boolean isIntact = true;

    /** {@code living} are all of their kind, from which those that end are removed. */
    Condition(Runnable loss, Set<ExecutionEnvironment> living) {
      this.loss = loss;
      this.living = living;
    }

    @Override
    public void released(ExecutionEnvironment environment) {
      isIntact = environment.isIdle();
    }

    @Override
    public void lost() {
      isIntact = false;
      loss.run();
    }

    @Override
    public void ended(ExecutionEnvironment environment) {
      isIntact = false;
      living.remove(environment);
    }
  }

  @Override
  public CompletableFuture<InvocationResult> invoke(InvocationRequest request) {
    try {
      return environment.invoke(request);
    } catch (RejectedExecutionException closed) {
      return CompletableFuture.failedFuture(closed);
    }
  }

  @Override
  public boolean isIntact() {
    return condition.isIntact;
  }

  @Override
  public void end() {
    try {
      environment.end();
    } catch (RejectedExecutionException closed) {
      // Its fleet is closed, and has ended it.
    }
  }
}
