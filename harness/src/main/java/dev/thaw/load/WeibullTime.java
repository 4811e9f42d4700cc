package dev.thaw.load;

import java.util.random.RandomGenerator;

/**
 * Weibull distributed times: of that scale in ms (63 % stay below it), with a heavy tail for shapes
 * below 1.
 */
public record WeibullTime(double scaleMs, double shape) implements Distribution {
  public WeibullTime {
    DistributionSyntax.checkTime(scaleMs);
    DistributionSyntax.checkShape(shape);
  }

  /** The one of that mean. */
  public static WeibullTime ofMean(double meanMs, double shape) {
    DistributionSyntax.checkShape(shape);
    return new WeibullTime(meanMs / GammaFunction.of(1 + 1 / shape), shape);
  }

  @Override
  public double quantile(double p) {
    return ofExponential(-StrictMath.log1p(-p));
  }

  @Override
  public double mean() {
    return scaleMs * GammaFunction.of(1 + 1 / shape);
  }

  @Override
  public double sample(RandomGenerator random) {
    return ofExponential(-Logarithm.ofUnit(UnitNumber.next(random)));
  }

  private double ofExponential(double exponential) {
    return scaleMs * Exponential.of(Logarithm.of(exponential) / shape);
  }

  @Override
  public String toString() {
    return "weibull %s %s"
        .formatted(DistributionSyntax.time(scaleMs), DistributionSyntax.number(shape));
  }
}
