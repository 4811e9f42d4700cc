package dev.thaw.report;

import dev.thaw.stats.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Latency by percentile on an axis of nines, x = -log10(1 - p): p90 at 1, p99 at 2. Its points are
 * values of the sample, each in the middle of its own share of the distribution, nothing between
 * them: all of a small sample; of a larger one some at equal distances, and all of the slowest.
 */
public record Curve(int n, boolean isRaw, List<Point> points) {
  private static final int RAW_UP_TO = 200;
  private static final int POINTS = 160;
  private static final int SLOWEST = 20;

  /** So many nines, so many ms. */
  public record Point(double nines, double ms) {}

  public Curve {
    points = List.copyOf(points);
  }

  static Curve of(Sample sample) {
    int n = sample.size();
    var points = new ArrayList<Point>();
    for (int rank : ranks(n)) {
      double nines = -Math.log10(1 - (rank + 0.5) / n);
      points.add(new Point(Charts.rounded(nines), Charts.rounded(sample.at(rank))));
    }
    return new Curve(n, n < RAW_UP_TO, points);
  }

  private static SortedSet<Integer> ranks(int n) {
    var ranks = new TreeSet<Integer>();
    if (n < RAW_UP_TO) {
      for (int rank = 0; rank < n; rank++) {
        ranks.add(rank);
      }
      return ranks;
    }
    for (int i = 0; i < POINTS; i++) {
      double nines = Math.log10(n) * i / POINTS;
      ranks.add((int) (n * (1 - Math.pow(10, -nines))));
    }
    for (int rank = n - SLOWEST; rank < n; rank++) {
      ranks.add(rank);
    }
    return ranks;
  }
}
