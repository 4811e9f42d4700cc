package dev.thaw.gatling;

import java.util.Arrays;

/** Durations in ms, kept one by one, and their percentiles by nearest rank. */
final class Durations {
  private double[] values = new double[1024];
  private int size;

  void add(double ms) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = ms;
  }

  void clear() {
    size = 0;
  }

  /** The smallest value that at least that share of all values do not exceed; NaN of nothing. */
  double percentile(double share) {
    if (size == 0) {
      return Double.NaN;
    }
    var sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * size) - 1)];
  }

  double max() {
    return percentile(1);
  }
}
