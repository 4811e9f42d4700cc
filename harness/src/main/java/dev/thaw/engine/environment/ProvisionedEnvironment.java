package dev.thaw.engine.environment;

import java.util.concurrent.CompletableFuture;

/**
 * An execution environment that was initialised before there was an invocation for it, and is used
 * by nobody but the one who had it made. Its methods may be called from any thread.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html">Provisioned
 *     concurrency</a>
 */
public interface ProvisionedEnvironment {
  /** Runs an invocation; the one before it has been answered. */
  CompletableFuture<InvocationResult> invoke(InvocationRequest request);

  /** Whether its runtime goes on; if not, the next invocation would initialise it anew. */
  boolean isIntact();

  /** Ends it for good. */
  void end();
}
