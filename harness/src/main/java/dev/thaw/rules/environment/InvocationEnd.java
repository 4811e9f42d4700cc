package dev.thaw.rules.environment;

/**
 * How an invocation ends, and what becomes of its environment.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">
 *     Lambda execution environment lifecycle</a>
 */
public enum InvocationEnd {
  SUCCESS(Fate.KEPT, 200),
  /** The handler reported an error. */
  HANDLER_ERROR(Fate.KEPT, 200),
  /** The function's timeout was over. */
  TIMEOUT(Fate.RESET, 200),
  /** The runtime exited, crashed or was out of memory. */
  CRASH(Fate.RESET, 200),
  /**
   * The snapshot was not restored within its limit: a SnapStartTimeoutException. That its
   * environment ends is unconfirmed.
   */
  RESTORE_TIMEOUT(Fate.ENDED, 408);

  /** What becomes of an environment. */
  public enum Fate {
    /** It serves on as it is. */
    KEPT,
    /**
     * It serves on without its processes, their memory lost and {@code /tmp} kept; the next
     * invocation initialises it on its own time.
     */
    RESET,
    ENDED
  }

  private final Fate fate;
  private final int status;

  InvocationEnd(Fate fate, int status) {
    this.fate = fate;
    this.status = status;
  }

  public Fate fate() {
    return fate;
  }

  /** The status of Invoke's answer; 200 for a function's own errors, too. */
  public int status() {
    return status;
  }
}
