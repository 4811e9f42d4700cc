package dev.thaw.report;

import dev.thaw.results.Metric;
import dev.thaw.stats.Change;
import dev.thaw.stats.Estimate;
import java.time.Duration;
import java.util.Locale;

/** How figures are spelt: three digits that mean something, the same in every locale. */
public final class Figures {
  /** Printed where there is too little evidence for a figure. */
  public static final String ABSENT = "-";

  private Figures() {}

  /** Three significant digits, and never fewer than the whole part has. */
  public static String number(double value) {
    var text = String.format(Locale.ROOT, "%." + decimals(value) + "f", value);
    return isZero(text) && text.startsWith("-") ? text.substring(1) : text;
  }

  /** A value and half of its interval's width, both to the value's last digit. */
  public static String plusMinus(double value, double half) {
    return number(value)
        + " ± "
        + (Double.isInfinite(half)
            ? "∞"
            : String.format(Locale.ROOT, "%." + decimals(value) + "f", half));
  }

  private static int decimals(double value) {
    double size = Math.abs(value);
    return size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 || size == 0 ? 2 : 3;
  }

  private static boolean isZero(String text) {
    return text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
  }

  public static String ms(double value) {
    return number(value) + " ms";
  }

  static String value(Metric metric, Estimate estimate) {
    return value(metric, estimate.value());
  }

  static String value(Metric metric, double value) {
    return switch (metric.unit()) {
      case MS, SECONDS, PER_SECOND, COUNT -> number(value);
      case SHARE -> format("%.2f", value * 100);
      case USD -> format("%.3f", value);
    };
  }

  /** The unit as it stands in a table's row. */
  static String unit(Metric metric) {
    return switch (metric.unit()) {
      case MS -> "ms";
      case SECONDS -> "s";
      case PER_SECOND -> "/s";
      case COUNT -> "";
      case SHARE -> "%";
      case USD -> "$";
    };
  }

  /** The 95 % interval: relative where the value is far from 0, from-to where it may be 0. */
  static String interval(Metric metric, Estimate estimate) {
    var low = estimate.low();
    var high = estimate.high();
    if (low == null || high == null) {
      return "± ∞";
    }
    if (metric.unit() == Metric.Unit.SHARE || estimate.covers(0) || estimate.value() <= 0) {
      return "[" + value(metric, low) + ", " + value(metric, high) + "]";
    }
    double value = estimate.value();
    return format("± %.0f %%", 100 * Math.max(high - value, value - low) / value);
  }

  /** From-to, also where one of the two is unknown. */
  static String bounds(Metric metric, Estimate estimate) {
    var low = estimate.low();
    var high = estimate.high();
    if (low == null && high == null) {
      return "± ∞";
    }
    return "["
        + (low == null ? "" : value(metric, low))
        + ", "
        + (high == null ? "∞" : value(metric, high))
        + "]";
  }

  static String withBounds(Metric metric, Estimate estimate) {
    return value(metric, estimate) + " " + bounds(metric, estimate);
  }

  /** The change in percent, points or the metric's unit; {@code ~} when it may be none. */
  static String change(Metric metric, Change change) {
    return change.excludesZero()
        ? signed(metric, change, change.value()) + unit(metric, change)
        : "~";
  }

  /** The change's interval, whether it holds 0 or not. */
  static String changeInterval(Metric metric, Change change) {
    return "["
        + signed(metric, change, change.low())
        + ", "
        + signed(metric, change, change.high())
        + "]";
  }

  private static String signed(Metric metric, Change change, double value) {
    if (change.kind() == Change.Kind.RATIO) {
      return format("%+.1f", value * 100);
    }
    var text = value(metric, value);
    return value < 0 || isZero(text) ? text : "+" + text;
  }

  private static String unit(Metric metric, Change change) {
    if (change.kind() == Change.Kind.RATIO) {
      return " %";
    }
    return metric.unit() == Metric.Unit.SHARE ? " pp" : " " + unit(metric);
  }

  /** Thousands apart by commas: 12,345. */
  public static String count(long n) {
    return format("%,d", n);
  }

  /** Hours, minutes and seconds, as far as they are needed. */
  public static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? format("%d min %d s", seconds / 60, seconds % 60)
        : format("%d h %d min", seconds / 3600, seconds / 60 % 60);
  }

  public static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
