package dev.thaw.experiment.predict;

import dev.thaw.experiment.predict.Prediction.VariantModel;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import dev.thaw.report.Figures;

/** What the model takes a variant for, in words. */
public final class ModelWords {
  private ModelWords() {}

  static String of(VariantModel variant) {
    var words =
        new StringBuilder(
            Figures.format(
                "%s · %d MB · %s: %s",
                variant.variant(), variant.memoryMb(), variant.source(), of(variant.times())));
    if (variant.reserved() != null) {
      words.append("; reserved ").append(variant.reserved());
    }
    if (variant.provisioned() > 0) {
      words.append("; provisioned ").append(variant.provisioned());
    }
    return words.toString();
  }

  /** Each part by its median and 99th percentile. */
  public static String of(ServiceTimes times) {
    return Figures.format(
        "hidden %s, init %s, first %s, warm %s, round trip %s",
        of(times.hidden()),
        of(times.init()),
        of(times.coldDuration()),
        of(times.warmDuration()),
        of(times.roundTrip()));
  }

  private static String of(Distribution distribution) {
    double median = distribution.quantile(0.5);
    double high = distribution.quantile(0.99);
    if (high == 0) {
      return "none";
    }
    return median == high
        ? Figures.ms(median)
        : Figures.format("%s (p99 %s)", Figures.ms(median), Figures.ms(high));
  }
}
