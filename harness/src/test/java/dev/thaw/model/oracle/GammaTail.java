package dev.thaw.model.oracle;

/**
 * The regularised upper incomplete gamma function, by its series.
 *
 * @see <a href="https://dlmf.nist.gov/8.7.E1">DLMF 8.7.1</a>
 */
final class GammaTail {
  private GammaTail() {}

  /** Q(a, x), for x below about 30: the series loses digits beyond. */
  static double of(double a, double x) {
    double term = Math.exp(a * Math.log(x) - x - logGamma(a + 1));
    double sum = 0;
    for (int n = 1; term > 1e-17; n++) {
      sum += term;
      term *= x / (a + n);
    }
    return 1 - sum;
  }

  /** ln Γ(a) for a > 0: Stirling's series, after shifting a beyond 15. */
  static double logGamma(double a) {
    double shift = 0;
    double z = a;
    for (; z < 15; z++) {
      shift += Math.log(z);
    }
    double series = 1 / (12 * z) - 1 / (360 * z * z * z) + 1 / (1260 * Math.pow(z, 5));
    return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - shift;
  }
}
