package dev.thaw.rules.async;

/**
 * The payload of an asynchronous event: 1 MB at most.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Quotas</a>
 */
public record EventPayload(long bytes) {
  private static final long KB = 1_024;

  /** The largest one's bytes. */
  public static final long MOST = 1_024 * KB;

  public EventPayload {
    if (bytes < 0 || bytes > MOST) {
      throw new IllegalArgumentException(
          "an event's payload has 0 to %d bytes, not %d".formatted(MOST, bytes));
    }
  }
}
