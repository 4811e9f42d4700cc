package dev.thaw.engine.environment;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Runs invocations in execution environments: an idle one if there is one, else a new one. */
public interface Invoker {
  /**
   * Runs one invocation, in a new environment only if {@code mayGrow} says so when it is asked;
   * else the future fails with {@link GrowthRefusedException}. Apart from that, the future always
   * completes normally with what Lambda would answer, and exceptionally only when this engine
   * itself failed; it may complete on an I/O thread.
   */
  CompletableFuture<InvocationResult> invoke(
      FunctionVersion version, InvocationRequest request, BooleanSupplier mayGrow);

  /** Runs one invocation, in a new environment if none is idle. */
  default CompletableFuture<InvocationResult> invoke(
      FunctionVersion version, InvocationRequest request) {
    return invoke(version, request, () -> true);
  }

  /**
   * Initialises an environment ahead of any invocation, for the caller alone. The future fails with
   * {@link InitFailedException} when the function's init does; {@code lost} runs when the runtime
   * ends while the environment is idle. Environments that only start on demand cannot.
   */
  default CompletableFuture<ProvisionedEnvironment> provision(
      FunctionVersion version, Runnable lost) {
    return CompletableFuture.failedFuture(
        new UnsupportedOperationException("no environment can be initialised ahead here"));
  }

  /** Ends the environments of that function: idle ones now, busy ones after their invocation. */
  void retire(FunctionName name);

  /** The same for one version of it alone. */
  void retire(FunctionName name, String version);
}
