package dev.thaw.engine.environment;

import java.util.concurrent.CompletableFuture;

/** Runs invocations in execution environments: an idle one if there is one, else a new one. */
public interface Invoker {
  /**
   * Runs one invocation. The future always completes normally with what Lambda would answer, and
   * exceptionally only when this engine itself failed; it may complete on an I/O thread.
   */
  CompletableFuture<InvocationResult> invoke(FunctionVersion version, InvocationRequest request);

  /** Ends the environments of that function: idle ones now, busy ones after their invocation. */
  void retire(FunctionName name);
}
