package dev.thaw.stats;

/**
 * The ends of the chi-square distribution's middle 95 %, by the cube that Wilson and Hilferty found
 * to be nearly normal: within 1 % from 8 degrees of freedom on, and on the side of wider intervals
 * below.
 *
 * @see <a href="https://doi.org/10.1073/pnas.17.12.684">Wilson and Hilferty 1931</a>
 */
public final class ChiSquare {
  private ChiSquare() {}

  /** What 2.5 % stay below. */
  public static double lower(double degrees) {
    return quantile(degrees, -Confidence.Z);
  }

  /** What 97.5 % stay below. */
  public static double upper(double degrees) {
    return quantile(degrees, Confidence.Z);
  }

  private static double quantile(double degrees, double z) {
    double variance = 2 / (9 * degrees);
    double root = 1 - variance + z * Math.sqrt(variance);
    return degrees * root * root * root;
  }
}
