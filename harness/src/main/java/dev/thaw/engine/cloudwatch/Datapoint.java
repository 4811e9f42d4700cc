package dev.thaw.engine.cloudwatch;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What is known of the values of one period. Percentiles are of values rounded to three digits, by
 * nearest rank; all else is exact. Not thread-safe.
 */
final class Datapoint {
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private final NavigableMap<Double, Double> counts = new TreeMap<>();
  private double count;
  private double sum;
  private double minimum = Double.POSITIVE_INFINITY;
  private double maximum = Double.NEGATIVE_INFINITY;

  void add(double value, double times) {
    count += times;
    sum += value * times;
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
    counts.merge(rounded(value), times, Double::sum);
  }

  void add(Datapoint other) {
    count += other.count;
    sum += other.sum;
    minimum = Math.min(minimum, other.minimum);
    maximum = Math.max(maximum, other.maximum);
    other.counts.forEach((value, times) -> counts.merge(value, times, Double::sum));
  }

  private static double rounded(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1000
        ? value
        : new BigDecimal(value).round(THREE_DIGITS).doubleValue();
  }

  double count() {
    return count;
  }

  double sum() {
    return sum;
  }

  double average() {
    return sum / count;
  }

  double minimum() {
    return minimum;
  }

  double maximum() {
    return maximum;
  }

  /** The value of nearest rank; {@code percent} is 0 to 100. */
  double percentile(double percent) {
    double rank = Math.max(1, Math.ceil(count * percent / 100));
    double seen = 0;
    for (var entry : counts.entrySet()) {
      seen += entry.getValue();
      if (seen >= rank) {
        return Math.max(minimum, Math.min(maximum, entry.getKey()));
      }
    }
    return maximum;
  }
}
