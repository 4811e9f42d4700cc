package dev.thaw.engine.environment;

/** An invocation found no idle environment, and none may be started for it. */
public final class GrowthRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GrowthRefusedException() {
    super("no environment is idle and none may be started now");
  }
}
