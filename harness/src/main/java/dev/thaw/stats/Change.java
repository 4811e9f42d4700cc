package dev.thaw.stats;

import java.util.random.RandomGenerator;

/**
 * How a figure differs between two samples, with its 95 % interval: as a ratio minus 1 (0.12 is 12
 * % more), or as a difference in the figure's own unit where a ratio would mean nothing.
 */
public record Change(Kind kind, double value, double low, double high) {
  /** What the value is. */
  public enum Kind {
    RATIO,
    DIFFERENCE
  }

  /** True when the interval leaves out "no change". */
  public boolean excludesZero() {
    return low > 0 || high < 0;
  }

  /** The change of a quantile, from resampling both sides independently. */
  public static Change ofQuantiles(
      Kind kind, Sample base, Sample other, double p, RandomGenerator random) {
    var bases = new QuantileBootstrap(base, p, random);
    var others = new QuantileBootstrap(other, p, random);
    var draws = new double[Confidence.RESAMPLES];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = between(kind, bases.draw(), others.draw());
    }
    var drawn = Sample.of(draws);
    return new Change(
        kind,
        between(kind, base.quantile(p), other.quantile(p)),
        drawn.quantile(Confidence.TAIL),
        drawn.quantile(1 - Confidence.TAIL));
  }

  private static double between(Kind kind, double base, double other) {
    return kind == Kind.RATIO ? other / base - 1 : other - base;
  }

  /** The ratio of two positive means, by the normal approximation of its logarithm. */
  public static Change ofMeans(Sample base, Sample other) {
    double log = Math.log(other.mean() / base.mean());
    double half = Confidence.Z * Math.sqrt(relativeVariance(base) + relativeVariance(other));
    return new Change(Kind.RATIO, Math.expm1(log), Math.expm1(log - half), Math.expm1(log + half));
  }

  private static double relativeVariance(Sample sample) {
    return sample.variance() / sample.size() / (sample.mean() * sample.mean());
  }

  /**
   * The difference of two shares, from their Wilson intervals.
   *
   * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8">Newcombe 1998, method
   *     10</a>
   */
  public static Change ofShares(Share base, Share other) {
    double difference = other.value() - base.value();
    return new Change(
        Kind.DIFFERENCE,
        difference,
        difference - Math.hypot(other.value() - other.low(), base.high() - base.value()),
        difference + Math.hypot(other.high() - other.value(), base.value() - base.low()));
  }
}
