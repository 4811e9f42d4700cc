package dev.thaw.engine.environment;

/** Who keeps an execution environment, told on its loop what becomes of it. */
@FunctionalInterface
interface EnvironmentOwner {
  /** It has ended an invocation, whose caller does not know yet, and is free for the next one. */
  void released(ExecutionEnvironment environment);

  /** Its runtime ended while it was idle; an invocation would have to initialise it anew. */
  default void lost() {}

  /** It has ended for good. */
  default void ended(ExecutionEnvironment environment) {}
}
