package dev.thaw.load;

import java.util.random.RandomGenerator;

/**
 * Gamma distributed times of that mean in ms; their squared coefficient of variation is 1 / shape.
 *
 * <p>Drawn by rejection, which takes two numbers of the generator as a rule and more at times: G.
 * Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000), 363-372.
 */
public record GammaTime(double meanMs, double shape) implements Distribution {
  public GammaTime {
    DistributionSyntax.checkTime(meanMs);
    DistributionSyntax.checkShape(shape);
  }

  @Override
  public double quantile(double p) {
    return GammaFunction.quantile(shape, p) * meanMs / shape;
  }

  @Override
  public double mean() {
    return meanMs;
  }

  @Override
  public double sample(RandomGenerator random) {
    double standard =
        shape >= 1 ? standard(shape, random) : standard(shape + 1, random) * boost(random);
    return standard * meanMs / shape;
  }

  /** What takes a draw of shape + 1 down to one of the shape. */
  private double boost(RandomGenerator random) {
    return Exponential.of(Logarithm.ofUnit(UnitNumber.next(random)) / shape);
  }

  private static double standard(double shape, RandomGenerator random) {
    double d = shape - 1 / 3.0;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double z = NormalQuantile.of(random.nextDouble());
      double root = 1 + c * z;
      double v = root * root * root;
      if (v > 0 && isAccepted(UnitNumber.next(random), z, d, v)) {
        return d * v;
      }
    }
  }

  private static boolean isAccepted(double u, double z, double d, double v) {
    double square = z * z;
    // The squeeze spares most draws the logarithms.
    return u < 1 - 0.0331 * square * square
        || Logarithm.ofUnit(u) < square / 2 + d * (1 - v + Logarithm.of(v));
  }

  @Override
  public String toString() {
    return "gamma %s %s"
        .formatted(DistributionSyntax.time(meanMs), DistributionSyntax.number(shape));
  }
}
