package dev.thaw.model.oracle;

/**
 * Asynchronous invocations that fail independently with one probability and are tried again twice,
 * after one delay and then the other.
 */
public record AsyncRetries(double failure, double firstDelay, double secondDelay) {

  /** Attempts per event, on average. */
  public double attempts() {
    return 1 + failure + failure * failure;
  }

  /** The share of events that fail three times. */
  public double exhausted() {
    return failure * failure * failure;
  }

  /** Mean delay per event, in seconds, over all events. */
  public double delay() {
    return failure * firstDelay + failure * failure * secondDelay;
  }
}
