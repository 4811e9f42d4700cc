package dev.thaw.results;

import java.util.List;
import java.util.Optional;

/**
 * When throttling began and when it was over, in one stretch of load.
 *
 * @param onsetPerSecond the rate of the second up to the first request that was throttled
 * @param recoveryMs from the last time that the rate was as high, to the last one that was
 *     throttled; 0 if none was after it
 */
public record Overload(double onsetPerSecond, double recoveryMs) {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final double NS_PER_MS = 1e6;

  /** So many requests at an instant, and how many of them were throttled. */
  public record Point(long ns, long offered, long throttled) {}

  /** That of a stretch whose points are in order; empty if nothing was throttled in it. */
  public static Optional<Overload> of(List<Point> points) {
    double onset = 0;
    long lastAsHighNs = 0;
    long lastThrottledNs = 0;
    long offered = 0;
    int first = 0;
    for (var point : points) {
      offered += point.offered();
      while (points.get(first).ns() <= point.ns() - SECOND_NS) {
        offered -= points.get(first++).offered();
      }
      if (point.throttled() > 0) {
        onset = onset == 0 ? offered : onset;
        lastThrottledNs = point.ns();
      }
      if (onset > 0 && offered >= onset) {
        lastAsHighNs = point.ns();
      }
    }
    return onset == 0
        ? Optional.empty()
        : Optional.of(new Overload(onset, Math.max(0, lastThrottledNs - lastAsHighNs) / NS_PER_MS));
  }
}
