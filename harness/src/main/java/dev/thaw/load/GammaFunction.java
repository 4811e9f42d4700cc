package dev.thaw.load;

/**
 * The gamma function and the quantiles of the gamma distribution of scale 1, to about 12 digits:
 * Lanczos' approximation, and the series and continued fraction of the incomplete gamma function
 * (NIST Digital Library of Mathematical Functions, 8.7 and 8.9).
 */
final class GammaFunction {
  private static final double LANCZOS_G = 7;
  private static final double[] LANCZOS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-06,
    1.5056327351493116e-07
  };
  private static final double LOG_ROOT_TWO_PI = StrictMath.log(2 * Math.PI) / 2;
  private static final double PRECISION = 1e-16;
  private static final int MOST_TERMS = 100_000;
  private static final int HALVINGS = 80;

  private GammaFunction() {}

  /** Gamma of a number above 0. */
  static double of(double x) {
    return StrictMath.exp(log(x));
  }

  /** The logarithm of gamma of a number above 0. */
  static double log(double x) {
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x - 1 + i);
    }
    double base = x - 0.5 + LANCZOS_G;
    return LOG_ROOT_TWO_PI + (x - 0.5) * StrictMath.log(base) - base + StrictMath.log(sum);
  }

  /** The share of a gamma distribution of that shape and scale 1 that stays below x. */
  static double below(double shape, double x) {
    if (x <= 0) {
      return 0;
    }
    double front = StrictMath.exp(shape * StrictMath.log(x) - x - log(shape));
    return x < shape + 1 ? front * series(shape, x) : 1 - front * fraction(shape, x);
  }

  private static double series(double shape, double x) {
    double term = 1 / shape;
    double sum = term;
    for (int i = 1; i < MOST_TERMS && term > PRECISION * sum; i++) {
      term *= x / (shape + i);
      sum += term;
    }
    return sum;
  }

  /** Lentz' evaluation; x is at least shape + 1, where no denominator vanishes. */
  private static double fraction(double shape, double x) {
    double b = x + 1 - shape;
    double c = Double.MAX_VALUE;
    double d = 1 / b;
    double value = d;
    double factor = 0;
    for (int i = 1; i < MOST_TERMS && Math.abs(factor - 1) > PRECISION; i++) {
      double a = i * (shape - i);
      b += 2;
      d = 1 / (a * d + b);
      c = b + a / c;
      factor = c * d;
      value *= factor;
    }
    return value;
  }

  /** The x that a share p stays below, by halving on a logarithmic scale. */
  static double quantile(double shape, double p) {
    if (p <= 0) {
      return 0;
    }
    // The first term of the series alone gives too much.
    double low = (StrictMath.log(p) + log(shape + 1)) / shape;
    double high = Math.max(low, StrictMath.log(shape)) + 1;
    while (below(shape, StrictMath.exp(high)) < p) {
      high++;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (below(shape, StrictMath.exp(middle)) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return StrictMath.exp((low + high) / 2);
  }
}
