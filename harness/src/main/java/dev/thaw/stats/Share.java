package dev.thaw.stats;

/** So many hits among so many trials. */
public record Share(long hits, long n) {
  public Share {
    if (hits < 0 || hits > n) {
      throw new IllegalArgumentException("%d of %d is not a share".formatted(hits, n));
    }
  }

  public double value() {
    return (double) hits / n;
  }

  /**
   * The lower end of Wilson's interval, which stays inside 0 to 1 and says something at 0 hits.
   *
   * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
   */
  public double low() {
    return hits == 0 ? 0 : centre() - half();
  }

  /** The upper end of Wilson's interval. */
  public double high() {
    return hits == n ? 1 : centre() + half();
  }

  private double centre() {
    return (value() + z2() / (2 * n)) / (1 + z2() / n);
  }

  private double half() {
    double p = value();
    return Confidence.Z / (1 + z2() / n) * Math.sqrt(p * (1 - p) / n + z2() / (4.0 * n * n));
  }

  private static double z2() {
    return Confidence.Z * Confidence.Z;
  }
}
