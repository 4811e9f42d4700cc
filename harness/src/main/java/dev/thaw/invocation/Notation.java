package dev.thaw.invocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How times and rates are written in experiment files, arrival processes and distributions: {@code
 * 250 us}, {@code 1.5 s}, {@code 30 d}; {@code 50/s}, {@code 6/min}. The space may be left out.
 */
public final class Notation {
  /** A regular expression of numbers, without groups; negative ones are for others to refuse. */
  public static final String NUMBER = "-?\\d{1,18}(?:\\.\\d{1,18})?";

  /** A regular expression of times, without groups. */
  public static final String TIME = NUMBER + "\\s*(?:us|ms|s|min|h|d)";

  /** A regular expression of rates, without groups. */
  public static final String RATE = NUMBER + "\\s*/\\s*(?:s|min|h|d)";

  private static final Pattern TIME_PARTS = Pattern.compile("(" + NUMBER + ")\\s*([a-z]+)");
  private static final Pattern RATE_PARTS = Pattern.compile("(" + NUMBER + ")\\s*/\\s*([a-z]+)");
  private static final long NS_PER_SECOND = 1_000_000_000;
  private static final BigDecimal NS_PER_MS = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal MAX_NS = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final int DIGITS_OF_RATES = 30;

  private Notation() {}

  /** Reads a time, to the nanosecond. */
  public static Duration duration(String text) {
    var ns = nanoseconds(text).setScale(0, RoundingMode.HALF_UP);
    if (ns.abs().compareTo(MAX_NS) > 0) {
      throw new IllegalArgumentException("a time of %s is too long".formatted(text.strip()));
    }
    return Duration.ofNanos(ns.longValueExact());
  }

  /** Reads a time as milliseconds, which may be a fraction of a nanosecond. */
  public static double milliseconds(String text) {
    return nanoseconds(text).divide(NS_PER_MS).doubleValue();
  }

  private static BigDecimal nanoseconds(String text) {
    var parts = parts(TIME_PARTS, text);
    if (parts.matches()) {
      long unit = unitNs(parts.group(2));
      if (unit > 0) {
        return new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(unit));
      }
    }
    throw new IllegalArgumentException(
        "'%s' is not a time; write '250 us', '500 ms', '10 s', '5 min', '2 h' or '30 d'"
            .formatted(text));
  }

  /** Reads a rate, per second. */
  public static double perSecond(String text) {
    var parts = parts(RATE_PARTS, text);
    if (parts.matches()) {
      long unit = unitNs(parts.group(2));
      if (unit >= NS_PER_SECOND) {
        var seconds = BigDecimal.valueOf(unit / NS_PER_SECOND);
        return new BigDecimal(parts.group(1))
            .divide(seconds, DIGITS_OF_RATES, RoundingMode.HALF_EVEN)
            .doubleValue();
      }
    }
    throw new IllegalArgumentException(
        "'%s' is not a rate; write '50/s', '0.9/s', '6/min' or '10/h'".formatted(text));
  }

  private static Matcher parts(Pattern pattern, String text) {
    return pattern.matcher(text.strip().toLowerCase(Locale.ROOT));
  }

  private static long unitNs(String unit) {
    return switch (unit) {
      case "us" -> 1_000L;
      case "ms" -> 1_000_000L;
      case "s" -> NS_PER_SECOND;
      case "min" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      case "d" -> 86_400_000_000_000L;
      default -> 0;
    };
  }

  /** The time as {@link #duration} reads it, in the largest unit of which it is a whole number. */
  public static String time(Duration time) {
    long ns = time.toNanos();
    if (ns == 0 || ns % NS_PER_SECOND != 0) {
      return plain(BigDecimal.valueOf(ns, 6)) + " ms";
    }
    long seconds = ns / NS_PER_SECOND;
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + " d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + " h";
    }
    return seconds % 60 == 0 && seconds > 60 ? seconds / 60 + " min" : seconds + " s";
  }

  /** A time in ms as {@link #milliseconds} reads it. */
  public static String milliseconds(double ms) {
    return number(ms) + " ms";
  }

  /** The rate as {@link #perSecond} reads it. */
  public static String rate(double perSecond) {
    return number(perSecond) + "/s";
  }

  /** A number without an exponent, as short as it can be and still the same when it is read. */
  public static String number(double value) {
    return Double.isFinite(value) ? plain(new BigDecimal(Double.toString(value))) : "" + value;
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
