package dev.thaw.stats;

/**
 * The standard normal distribution function to about 15 digits, tails included: Hart's rational
 * approximation (5666) and, far out, a continued fraction, as G. West published them together.
 *
 * @see <a href="https://s2.smu.edu/~aleskovs/emis/sqc2/accuratecumnorm.pdf">West, Better
 *     approximations to cumulative normal functions, Wilmott 2005</a>
 */
public final class Normal {
  private static final double FAR = 7.07106781186547;
  private static final double ROOT_2_PI = 2.5066282746310007;
  private static final double[] NUMERATOR = {
    220.206867912376,
    221.213596169931,
    112.079291497871,
    33.912866078383,
    6.37396220353165,
    0.700383064443688,
    0.0352624965998911
  };
  private static final double[] DENOMINATOR = {
    440.413735824752,
    793.826512519948,
    637.333633378831,
    296.564248779674,
    86.7807322029461,
    16.064177579207,
    1.75566716318264,
    0.0883883476483184
  };

  private Normal() {}

  /** The share that stays below z. */
  public static double cdf(double z) {
    double tail = tail(Math.abs(z));
    return z > 0 ? 1 - tail : tail;
  }

  private static double tail(double z) {
    double density = StrictMath.exp(-z * z / 2);
    if (z < FAR) {
      return density * polynomial(NUMERATOR, z) / polynomial(DENOMINATOR, z);
    }
    double fraction = z + 0.65;
    for (int k = 4; k >= 1; k--) {
      fraction = z + k / fraction;
    }
    return density / fraction / ROOT_2_PI;
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}
