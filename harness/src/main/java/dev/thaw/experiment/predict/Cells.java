package dev.thaw.experiment.predict;

import dev.thaw.report.Figures;
import dev.thaw.stats.Estimate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How estimates of a prediction are spelt. */
public final class Cells {
  private static final double SMALL = 0.1;

  private Cells() {}

  /** In one spelling, or {@code -} where there is none. */
  public static String of(@Nullable Estimate estimate, Function<Estimate, String> spelling) {
    return estimate == null ? Figures.ABSENT : spelling.apply(estimate);
  }

  /** A plain number. */
  public static String number(Estimate estimate) {
    return spelt(estimate, 1);
  }

  /** A share in percent. */
  public static String percent(Estimate estimate) {
    return spelt(estimate, 100);
  }

  /** An amount of dollars, which may be tiny: three digits that mean something. */
  public static String usd(Estimate estimate) {
    double value = estimate.value();
    if (!(value > 0) || value >= SMALL) {
      return spelt(estimate, 1);
    }
    int decimals = 2 - (int) Math.floor(Math.log10(value));
    var pattern = "%." + decimals + "f ± %." + decimals + "f";
    return Figures.format(pattern, value, half(estimate));
  }

  private static String spelt(Estimate estimate, double factor) {
    return Figures.plusMinus(estimate.value() * factor, half(estimate) * factor);
  }

  /** Half of the interval's width. */
  private static double half(Estimate estimate) {
    var high = estimate.high();
    return high == null ? Double.POSITIVE_INFINITY : high - estimate.value();
  }
}
