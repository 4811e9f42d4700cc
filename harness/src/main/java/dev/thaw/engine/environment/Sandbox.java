package dev.thaw.engine.environment;

/**
 * What an execution environment is made of: a place with a {@code /tmp} in which the function's
 * runtime is started, and started anew after a crash or a timeout.
 */
interface Sandbox {
  /** Where all events of its runtimes arrive and its methods are called. */
  EnvironmentLoop loop();

  /**
   * Starts a runtime; events follow, the first after this call has returned. Any runtime before it
   * has ended or been killed.
   */
  FunctionRuntime start(RuntimeListener listener);

  /** Removes what the sandbox left on disk; its runtime has ended or been killed. */
  void remove();
}
