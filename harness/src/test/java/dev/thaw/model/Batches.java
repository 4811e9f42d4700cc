package dev.thaw.model;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A function's steady state by batch means: the run's windows without the first few, each so long
 * that neighbours are nearly independent.
 */
final class Batches {
  private final Series series;
  private final int first;

  Batches(FunctionOutcome outcome, int first) {
    this.series = outcome.series();
    this.first = first;
  }

  /** Cold starts among all arrivals. */
  Estimated cold() {
    return Estimated.ratio(counts(series.cold()), arrivals());
  }

  /** Cold starts among those that were not throttled. */
  Estimated coldOfServed() {
    return Estimated.ratio(counts(series.cold()), minus(arrivals(), throttles()));
  }

  /** Throttled among all arrivals. */
  Estimated throttled() {
    return Estimated.ratio(throttles(), arrivals());
  }

  /** On-demand environments that run. */
  Estimated running() {
    return Estimated.mean(means(series.running()));
  }

  Estimated idle() {
    return Estimated.mean(means(series.idle()));
  }

  /** On-demand environments that live. */
  Estimated environments() {
    return Estimated.mean(
        IntStream.range(first, series.idle().length)
            .mapToDouble(i -> series.idle()[i] + series.running()[i])
            .toArray());
  }

  private double[] arrivals() {
    return counts(series.arrivals());
  }

  private double[] throttles() {
    var sum = new long[series.arrivals().length];
    for (long[] byLimit : series.throttles().values()) {
      Arrays.setAll(sum, i -> sum[i] + byLimit[i]);
    }
    return counts(sum);
  }

  private double[] counts(long[] all) {
    return LongStream.of(all).skip(first).asDoubleStream().toArray();
  }

  private double[] means(double[] all) {
    return DoubleStream.of(all).skip(first).toArray();
  }

  private static double[] minus(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(i -> one[i] - other[i]).toArray();
  }
}
