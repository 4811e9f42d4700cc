package dev.thaw.rules.async;

/** What happens to an event after an {@link Attempt}. */
public sealed interface Verdict {
  /** It goes back to the queue and is due again then. */
  record Retry(long atNs) implements Verdict {}

  /**
   * It leaves the queue.
   *
   * @param invokeCount how often the function was invoked with it: {@code approximateInvokeCount}
   */
  record Leave(Condition condition, int invokeCount) implements Verdict {}
}
