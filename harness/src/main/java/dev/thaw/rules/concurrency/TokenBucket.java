package dev.thaw.rules.concurrency;

/**
 * A token bucket that starts full, is refilled continuously and never holds more than its capacity.
 * Instants are nanoseconds of any clock that only goes forward.
 */
public final class TokenBucket {
  // What rounding takes from a token must not cost a request.
  private static final double ONE = 1 - 1e-9;

  private double capacity;
  private double perNs;
  private double tokens;
  private long filledNs;

  /** A bucket of so many tokens, refilled at that many per second. */
  public TokenBucket(double capacity, double perSecond, long nowNs) {
    requireNotNegative(capacity, perSecond);
    this.capacity = capacity;
    this.perNs = perSecond / 1e9;
    this.tokens = capacity;
    this.filledNs = nowNs;
  }

  private static void requireNotNegative(double capacity, double perSecond) {
    if (!(capacity >= 0) || !(perSecond >= 0)) {
      throw new IllegalArgumentException(
          "a bucket of %s tokens at %s/s: neither can be negative".formatted(capacity, perSecond));
    }
  }

  /** From now on of another capacity and rate; what was taken is still missing. */
  public void resize(double otherCapacity, double perSecond, long nowNs) {
    requireNotNegative(otherCapacity, perSecond);
    double now = tokensAt(nowNs);
    tokens = Math.max(0, otherCapacity - (capacity - now));
    filledNs = nowNs;
    capacity = otherCapacity;
    perNs = perSecond / 1e9;
  }

  /** Takes one token; false, and nothing taken, when there is less than one. */
  public boolean take(long nowNs) {
    double now = tokensAt(nowNs);
    filledNs = nowNs;
    if (now < ONE) {
      tokens = now;
      return false;
    }
    tokens = now - 1;
    return true;
  }

  private double tokensAt(long nowNs) {
    double refilled = tokens + (nowNs - filledNs) * perNs;
    // Math.min would cost more, for the sake of NaN and of the sign of 0.
    return refilled > capacity ? capacity : refilled;
  }

  /** Gives back a token that was taken and not used. */
  void giveBack() {
    tokens++;
  }
}
