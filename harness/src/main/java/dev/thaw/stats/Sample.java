package dev.thaw.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Measured values in ascending order. A quantile is Hyndman and Fan's definition 7 (that of R,
 * NumPy and spreadsheets): with h = (n - 1) p, the straight line between the values of rank
 * floor(h) and floor(h) + 1, ranks counted from 0.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan 1996</a>
 */
public final class Sample {
  private final double[] sorted;

  private Sample(double[] sorted) {
    this.sorted = sorted;
  }

  /** The values in any order; a NaN or an infinite one is an {@link IllegalArgumentException}. */
  public static Sample of(double... values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    // Sorted, -infinity comes first, +infinity and NaN last.
    if (n > 0 && !(Double.isFinite(sorted[0]) && Double.isFinite(sorted[n - 1]))) {
      throw new IllegalArgumentException("a value is not finite");
    }
    return new Sample(sorted);
  }

  public static Sample of(DoubleStream values) {
    return of(values.toArray());
  }

  public int size() {
    return sorted.length;
  }

  public boolean isEmpty() {
    return sorted.length == 0;
  }

  /** The value of that rank, counted from 0. */
  public double at(int rank) {
    return sorted[rank];
  }

  public double min() {
    return sorted[0];
  }

  public double max() {
    return sorted[sorted.length - 1];
  }

  /** The quantile of probability p in [0, 1]; of nothing it is an error. */
  public double quantile(double p) {
    var rank = QuantileRank.of(p, sorted.length);
    double low = sorted[rank.floor()];
    return rank.fraction() == 0 ? low : low + rank.fraction() * (sorted[rank.floor() + 1] - low);
  }

  public double median() {
    return quantile(0.5);
  }

  public double mean() {
    return DoubleStream.of(sorted).sum() / sorted.length;
  }

  /** The unbiased variance; needs two values. */
  public double variance() {
    double mean = mean();
    return DoubleStream.of(sorted).map(x -> (x - mean) * (x - mean)).sum() / (sorted.length - 1);
  }

  /** A copy of the values, ascending. */
  public double[] toArray() {
    return sorted.clone();
  }
}
