package dev.thaw.engine.environment;

/**
 * The one thread that everything of an environment happens on, so that an environment needs no
 * lock.
 */
interface EnvironmentLoop {
  /** Runs the task on the loop, later and in order; from any thread. */
  void execute(Runnable task);

  /** Runs the task at that instant of {@code Clock.nanoTime}; on the loop only. */
  Cancellable at(long instantNs, Runnable task);

  /** A task that may be taken back; on the loop only. */
  @FunctionalInterface
  interface Cancellable {
    /** What was never planned, or has been taken back. */
    Cancellable NOTHING = () -> {};

    void cancel();
  }
}
