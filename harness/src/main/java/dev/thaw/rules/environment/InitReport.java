package dev.thaw.rules.environment;

/**
 * An INIT_REPORT line of the log: an init that failed, or overran its limit.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">
 *     Failures during the Init phase</a>
 */
public record InitReport(Phase phase, long durationNs) {
  /** When the init took place. */
  public enum Phase {
    /** In the Init phase. */
    INIT,
    /** Within an invocation, on its time. */
    INVOKE
  }
}
