package dev.thaw.engine.environment;

/** A function's runtime could not be initialised, and no invocation waits for it. */
public final class InitFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InitFailedException(String errorType) {
    // The function's fault, told in its log.
    super("the function's init failed: " + errorType, null, false, false);
  }
}
