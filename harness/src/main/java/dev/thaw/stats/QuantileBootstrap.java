package dev.thaw.stats;

import java.util.random.RandomGenerator;

/**
 * Draws the quantile of a resample (n values with replacement) without resampling: the value of
 * rank k (from 0) in a resample is {@code x[floor(n U)]} with U the (k + 1)-th smallest of n
 * uniform numbers, and that is Beta(k + 1, n - k). Exactly the distribution of the bootstrap, in
 * constant time whatever n is.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron 1979</a>
 */
final class QuantileBootstrap {
  private final Sample sample;
  private final QuantileRank rank;
  private final RandomGenerator random;

  QuantileBootstrap(Sample sample, double p, RandomGenerator random) {
    this.sample = sample;
    this.rank = QuantileRank.of(p, sample.size());
    this.random = random;
  }

  double draw() {
    int n = sample.size();
    int k = rank.floor();
    double first = gamma(k + 1.0);
    double u = first / (first + gamma(n - k));
    double low = value(u);
    if (rank.fraction() == 0) {
      return low;
    }
    // The smallest of the n - k - 1 uniforms that are left above u.
    double next = 1 - (1 - u) * StrictMath.pow(random.nextDouble(), 1.0 / (n - k - 1));
    return low + rank.fraction() * (value(next) - low);
  }

  private double value(double u) {
    return sample.at(Math.min((int) (u * sample.size()), sample.size() - 1));
  }

  /**
   * A gamma variate of that shape, at least 1.
   *
   * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia and Tsang 2000</a>
   */
  private double gamma(double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double root = 1 + c * x;
      double v = root * root * root;
      if (v > 0
          && StrictMath.log(1 - random.nextDouble())
              < x * x / 2 + d * (1 - v + StrictMath.log(v))) {
        return d * v;
      }
    }
  }
}
