package dev.thaw.gatling;

/** Raised once, by any thread, when nothing more must be sent. */
final class StopSignal {
  private volatile boolean raised;

  void raise() {
    raised = true;
  }

  boolean isRaised() {
    return raised;
  }
}
