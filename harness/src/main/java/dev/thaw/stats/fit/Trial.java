package dev.thaw.stats.fit;

/**
 * How well a family fits a sample.
 *
 * @param aic Akaike's information criterion: of two families the one with less describes it better
 * @param statistic Anderson and Darling's A²
 * @param p how often a sample of the family itself, fitted the same way, lies that far off
 */
public record Trial(Family family, double aic, double statistic, double p) {
  /** Below this p a family is not believed. */
  static final double LEAST_P = 0.05;

  /** True when the sample does not speak against the family. */
  public boolean holds() {
    return p >= LEAST_P;
  }
}
