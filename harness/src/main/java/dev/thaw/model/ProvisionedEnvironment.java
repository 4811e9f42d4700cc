package dev.thaw.model;

/** A provisioned execution environment, and the event that its invocation ends. */
final class ProvisionedEnvironment extends Event {
  private final Provisioned provisioned;
  private final long createdNs;
  private State state = State.IDLE;

  /** What it does. */
  private enum State {
    IDLE,
    BUSY,
    /** Busy for the last time: it has lived its time, or its runtime was stopped. */
    LAST,
    ENDED
  }

  ProvisionedEnvironment(Provisioned provisioned, long createdNs) {
    this.provisioned = provisioned;
    this.createdNs = createdNs;
  }

  long createdNs() {
    return createdNs;
  }

  boolean isIdle() {
    return state == State.IDLE;
  }

  /** Whether it is to be replaced when its invocation has ended. */
  boolean isLast() {
    return state == State.LAST;
  }

  void busy() {
    state = State.BUSY;
  }

  void idle() {
    state = State.IDLE;
  }

  /** To be replaced after its present invocation, if it has one. */
  void last() {
    if (state == State.BUSY) {
      state = State.LAST;
    }
  }

  void ended() {
    state = State.ENDED;
  }

  @Override
  void fire(long nowNs) {
    provisioned.release(this, nowNs);
  }

  @Override
  void leftOver(long atNs, long endNs) {
    provisioned.leftRunning(atNs - endNs);
  }
}
