package dev.thaw.rules.stream;

import java.time.Duration;

/**
 * Tumbling windows of a mapping: stretches of equal length, one behind the other, through which the
 * function hands its state on. Each ends with an invocation of its own.
 *
 * @param length 0 to 900 s; none at zero
 * @param originNs an instant at which a window begins
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html">Stateful
 *     stream processing</a>
 */
public record Tumbling(Duration length, long originNs) {
  /** What the state of a shard can weigh; more ends the window early. */
  public static final int MOST_STATE_BYTES = 1 << 20;

  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** No windows. */
  public static final Tumbling NONE = new Tumbling(Duration.ZERO, 0);

  public Tumbling {
    if (length.isNegative() || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "TumblingWindowInSeconds is 0 to 900, not " + length.toSeconds());
    }
  }

  boolean isNone() {
    return length.isZero();
  }

  /** Where the window begins that an instant lies in. */
  long startNs(long instantNs) {
    long lengthNs = length.toNanos();
    return originNs + Math.floorDiv(instantNs - originNs, lengthNs) * lengthNs;
  }
}
