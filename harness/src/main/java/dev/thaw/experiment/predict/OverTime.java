package dev.thaw.experiment.predict;

import dev.thaw.model.FunctionOutcome;
import dev.thaw.model.Series;
import java.util.List;
import java.util.function.Function;

/**
 * A function's environments, cold starts and throttles in windows of equal length, as means of
 * several replications, up to the last window in which anything arrived.
 */
public record OverTime(
    double windowSeconds,
    double[] arrivals,
    double[] running,
    double[] idle,
    double[] provisioned,
    double[] cold,
    double[] throttled) {

  static OverTime of(List<FunctionOutcome> outcomes, int windows) {
    var series = outcomes.stream().map(FunctionOutcome::series).toList();
    return new OverTime(
        series.get(0).window().toNanos() / 1e9,
        mean(series, windows, one -> doubles(one.arrivals())),
        mean(series, windows, Series::running),
        mean(series, windows, Series::idle),
        mean(series, windows, Series::provisioned),
        mean(series, windows, one -> doubles(one.cold())),
        mean(series, windows, OverTime::throttled));
  }

  private static double[] throttled(Series series) {
    var sum = new double[series.arrivals().length];
    for (var counts : series.throttles().values()) {
      for (int window = 0; window < counts.length; window++) {
        sum[window] += counts[window];
      }
    }
    return sum;
  }

  private static double[] doubles(long[] counts) {
    var values = new double[counts.length];
    for (int window = 0; window < counts.length; window++) {
      values[window] = counts[window];
    }
    return values;
  }

  private static double[] mean(
      List<Series> series, int windows, Function<Series, double[]> values) {
    var mean = new double[windows];
    for (var one : series) {
      var of = values.apply(one);
      for (int window = 0; window < Math.min(windows, of.length); window++) {
        mean[window] += of[window] / series.size();
      }
    }
    return mean;
  }
}
