package dev.thaw.stats;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A value with its 95 % interval and the number of observations behind it. A bound that the sample
 * is too small for is absent.
 */
public record Estimate(double value, @Nullable Double low, @Nullable Double high, long n) {

  /**
   * The median, with the percentile interval of 2,000 bootstrap resamples.
   *
   * @see <a href="https://doi.org/10.1201/9780429246593">Efron and Tibshirani, chapter 13</a>
   */
  public static Estimate ofMedian(Sample sample, RandomGenerator random) {
    var bootstrap = new QuantileBootstrap(sample, 0.5, random);
    var draws = new double[Confidence.RESAMPLES];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = bootstrap.draw();
    }
    var drawn = Sample.of(draws);
    return new Estimate(
        sample.median(),
        drawn.quantile(Confidence.TAIL),
        drawn.quantile(1 - Confidence.TAIL),
        sample.size());
  }

  /** A quantile, p inside (0, 1), between the order statistics that bracket it exactly. */
  public static Estimate ofQuantile(Sample sample, double p) {
    var ranks = new OrderStatistics(sample.size(), p);
    var lower = ranks.lower();
    var upper = ranks.upper(sample.size());
    return new Estimate(
        sample.quantile(p),
        lower.isPresent() ? sample.at(lower.orElseThrow()) : null,
        upper.isPresent() ? sample.at(upper.orElseThrow()) : null,
        sample.size());
  }

  /** The mean of at least 5 values, with Student's interval. */
  public static Estimate ofMean(Sample sample) {
    int n = sample.size();
    double half = Confidence.t(n - 1.0) * Math.sqrt(sample.variance() / n);
    return new Estimate(sample.mean(), sample.mean() - half, sample.mean() + half, n);
  }

  /** A share of at least one trial, with Wilson's interval. */
  public static Estimate ofShare(Share share) {
    return new Estimate(share.value(), share.low(), share.high(), share.n());
  }

  /** True when the interval holds that value; an absent bound excludes nothing. */
  public boolean covers(double other) {
    return (low == null || low <= other) && (high == null || other <= high);
  }
}
