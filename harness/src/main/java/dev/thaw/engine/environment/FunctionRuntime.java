package dev.thaw.engine.environment;

/** A function's runtime, as long as one process (or what stands for it) lives. */
interface FunctionRuntime {
  /** Hands over an invocation; the runtime has asked for one. */
  void deliver(Delivery delivery);

  /** Makes sure that all output up to now has arrived at the listener. */
  void flushOutput();

  /** The most memory used so far, in MB; 0 when nothing is known. */
  int maxMemoryUsedMb();

  /** Ends it at once with all its children; no event follows. */
  void kill();
}
