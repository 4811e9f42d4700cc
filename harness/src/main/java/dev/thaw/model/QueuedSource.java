package dev.thaw.model;

/** A load that nobody waits for: its arrivals are kept until they have been dealt with. */
abstract class QueuedSource extends ArrivalSource {
  private final boolean isCounted;

  QueuedSource(Load load) {
    super(load);
    this.isCounted = load.isCounted();
  }

  /** Whether it belongs in the outcome. */
  boolean isCounted() {
    return isCounted;
  }

  /** What became of its arrivals; an {@link IllegalStateException} if that does not add up. */
  abstract QueuedOutcome outcome();

  static void requireSame(String law, long left, long right) {
    if (left != right) {
      throw new IllegalStateException(
          "the books of a queue do not balance: %s: %d is not %d".formatted(law, left, right));
    }
  }
}
