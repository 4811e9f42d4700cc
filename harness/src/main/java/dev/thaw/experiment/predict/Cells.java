package dev.thaw.experiment.predict;

import dev.thaw.report.Figures;
import dev.thaw.stats.Estimate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How estimates of a prediction are spelt. */
public final class Cells {
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

  /** An amount of dollars. */
  public static String usd(Estimate estimate) {
    return spelt(estimate, 1);
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
