package dev.thaw.experiment.plan;

/**
 * How many replications a search spends.
 *
 * @param pilot on each point that it looks at
 * @param least on each point that decides
 * @param most on a point that is still open
 */
record Effort(int pilot, int least, int most) {
  /** Requests that one would wait for, shared by all candidates. */
  private static final double REQUESTS = 5e6;

  /** Points that a search looks at, about. */
  private static final int POINTS = 12;

  /** Points that stay open in most searches, at most. */
  private static final int NEAR = 3;

  private static final int LEAST = 5;
  private static final int MOST = 40;

  /** For so many candidates under a load of so many requests a replication. */
  static Effort of(int candidates, long requests) {
    double affordable = REQUESTS / candidates / Math.max(1, requests);
    return new Effort(
        within(1, affordable / 2 / POINTS, LEAST),
        LEAST,
        within(2 * LEAST, affordable / NEAR, MOST));
  }

  private static int within(int least, double value, int most) {
    return (int) Math.max(least, Math.min(most, value));
  }
}
