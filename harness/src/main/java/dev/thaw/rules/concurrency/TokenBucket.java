package dev.thaw.rules.concurrency;

/**
 * A token bucket that starts full, is refilled continuously and never holds more than its capacity.
 * Instants are nanoseconds of any clock that only goes forward.
 */
public final class TokenBucket {
  private final double capacity;
  private final double perNs;
  private double tokens;
  private long filledNs;

  /** A bucket of so many tokens, refilled at that many per second. */
  public TokenBucket(double capacity, double perSecond, long nowNs) {
    if (!(capacity >= 0) || !(perSecond >= 0)) {
      throw new IllegalArgumentException(
          "a bucket of %s tokens at %s/s: neither can be negative".formatted(capacity, perSecond));
    }
    this.capacity = capacity;
    this.perNs = perSecond / 1e9;
    this.tokens = capacity;
    this.filledNs = nowNs;
  }

  /** Takes one token; false, and nothing taken, when there is less than one. */
  public boolean take(long nowNs) {
    double now = Math.min(capacity, tokens + (nowNs - filledNs) * perNs);
    filledNs = nowNs;
    if (now < 1) {
      tokens = now;
      return false;
    }
    tokens = now - 1;
    return true;
  }
}
