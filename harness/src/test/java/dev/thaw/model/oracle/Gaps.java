package dev.thaw.model.oracle;

/**
 * Times between renewal arrivals. Where invocations take no time, one is cold when the gap before
 * it exceeds the keep-alive: the cold share is {@link #exceed} of it.
 */
public sealed interface Gaps {
  /** The probability that a gap is longer. */
  double exceed(double time);

  /** Exponential gaps. */
  record Poisson(double mean) implements Gaps {
    @Override
    public double exceed(double time) {
      return Math.exp(-time / mean);
    }
  }

  /** Gamma gaps of that shape. */
  record Gamma(double mean, double shape) implements Gaps {
    @Override
    public double exceed(double time) {
      return GammaTail.of(shape, time * shape / mean);
    }
  }

  /** Weibull gaps of that shape. */
  record Weibull(double mean, double shape) implements Gaps {
    @Override
    public double exceed(double time) {
      double scale = mean / Math.exp(GammaTail.logGamma(1 + 1 / shape));
      return Math.exp(-Math.pow(time / scale, shape));
    }
  }

  /** Lognormal gaps; sigma is the logarithm's standard deviation. */
  record Lognormal(double mean, double sigma) implements Gaps {
    @Override
    public double exceed(double time) {
      double z = (Math.log(time / mean) + sigma * sigma / 2) / sigma;
      double tail = GammaTail.of(0.5, z * z / 2) / 2;
      return z > 0 ? tail : 1 - tail;
    }
  }

  /** Of the first mean with probability {@code share}, else of the second. */
  record Hyperexponential(double share, double firstMean, double secondMean) implements Gaps {
    @Override
    public double exceed(double time) {
      return share * Math.exp(-time / firstMean) + (1 - share) * Math.exp(-time / secondMean);
    }
  }
}
