package dev.thaw.rules.stream;

/**
 * A batching window. The next one starts when the previous invocation has completed. Unconfirmed:
 * what becomes of one that passes without a record; here it starts anew with the first record.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html#invocation-eventsourcemapping-batching">
 *     Batching behaviour</a>
 */
final class Window {
  private final long lengthNs;
  private long startNs;

  Window(long lengthNs, long startNs) {
    this.lengthNs = lengthNs;
    this.startNs = startNs;
  }

  void restart(long nowNs) {
    startNs = nowNs;
  }

  void firstRecord(long nowNs) {
    if (endNs() - nowNs <= 0) {
      startNs = nowNs;
    }
  }

  long endNs() {
    return startNs + lengthNs;
  }
}
