package dev.thaw.load;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text form of arrival processes. */
final class ArrivalSyntax {
  static final double NS_PER_SECOND = 1e9;

  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final String RATE = NUMBER + "\\s*/\\s*s";
  private static final String TIME = NUMBER + "\\s*(ms|s|min|h)";
  private static final Pattern STEADY =
      Pattern.compile("(constant|poisson)\\s+" + RATE + "\\s+for\\s+" + TIME);
  private static final Pattern RAMP =
      Pattern.compile("ramp\\s+" + RATE + "\\s+to\\s+" + RATE + "\\s+over\\s+" + TIME);
  private static final Pattern BURST = Pattern.compile("burst\\s+(\\d{1,9})");

  private ArrivalSyntax() {}

  static ArrivalProcess parse(String text) {
    var clean = text.strip().toLowerCase(Locale.ROOT);
    Matcher steady = STEADY.matcher(clean);
    if (steady.matches()) {
      double rate = Double.parseDouble(steady.group(2));
      Duration duration = duration(steady.group(3), steady.group(4));
      return steady.group(1).equals("poisson")
          ? new PoissonArrivals(rate, duration)
          : new ConstantArrivals(rate, duration);
    }
    Matcher ramp = RAMP.matcher(clean);
    if (ramp.matches()) {
      return new RampArrivals(
          Double.parseDouble(ramp.group(1)),
          Double.parseDouble(ramp.group(2)),
          duration(ramp.group(3), ramp.group(4)));
    }
    Matcher burst = BURST.matcher(clean);
    if (burst.matches()) {
      return new BurstArrivals(Integer.parseInt(burst.group(1)));
    }
    throw new IllegalArgumentException(
        "'%s' is not an arrival process; write 'constant 50/s for 10 s', 'poisson 50/s for 10 s', "
                .formatted(text)
            + "'ramp 10/s to 100/s over 30 s' or 'burst 20'");
  }

  private static Duration duration(String number, String unit) {
    double ns =
        Double.parseDouble(number)
            * switch (unit) {
              case "ms" -> 1e6;
              case "s" -> 1e9;
              case "min" -> 60e9;
              default -> 3600e9;
            };
    return Duration.ofNanos(Math.round(ns));
  }

  static String rate(double rate) {
    return number(rate) + "/s";
  }

  static String duration(Duration duration) {
    return duration.toNanos() % 1_000_000_000 == 0
        ? duration.toSeconds() + " s"
        : number(duration.toNanos() / 1e6) + " ms";
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  static void checkRate(double rate) {
    if (!(rate > 0) || rate > 1e6) {
      throw new IllegalArgumentException(
          "a rate of %s/s is outside 0 to 1,000,000/s".formatted(number(rate)));
    }
  }

  static void checkDuration(Duration duration) {
    if (duration.isZero() || duration.isNegative() || duration.compareTo(Duration.ofDays(7)) > 0) {
      throw new IllegalArgumentException(
          "a stretch of %s is outside 0 to 7 days".formatted(duration(duration)));
    }
  }
}
