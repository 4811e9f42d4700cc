package dev.thaw.rules.async;

/**
 * The payload of an asynchronous event: 1 MB at most, billed as one request up to 256 KB and one
 * more for each 64 KB, or part of them, beyond.
 *
 * @see <a href="https://aws.amazon.com/lambda/pricing/">Pricing</a>
 */
public record EventPayload(long bytes) {
  private static final long KB = 1_024;
  private static final long IN_FIRST_REQUEST = 256 * KB;
  private static final long IN_EACH_FURTHER = 64 * KB;
  private static final long MOST = 1_024 * KB;

  public EventPayload {
    if (bytes < 0 || bytes > MOST) {
      throw new IllegalArgumentException(
          "an event's payload has 0 to %d bytes, not %d".formatted(MOST, bytes));
    }
  }

  /** As how many requests it is billed. */
  public int requests() {
    long beyond = Math.max(0, bytes - IN_FIRST_REQUEST);
    return (int) (1 - Math.floorDiv(-beyond, IN_EACH_FURTHER));
  }
}
