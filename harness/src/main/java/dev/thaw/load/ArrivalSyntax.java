package dev.thaw.load;

import dev.thaw.invocation.Notation;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text form of arrival processes. */
final class ArrivalSyntax {
  static final double NS_PER_SECOND = 1e9;

  private static final String RATE = "(" + Notation.RATE + ")";
  private static final String TIME = "(" + Notation.TIME + ")";
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
      double rate = Notation.perSecond(steady.group(2));
      Duration duration = Notation.duration(steady.group(3));
      return steady.group(1).equals("poisson")
          ? new PoissonArrivals(rate, duration)
          : new ConstantArrivals(rate, duration);
    }
    Matcher ramp = RAMP.matcher(clean);
    if (ramp.matches()) {
      return new RampArrivals(
          Notation.perSecond(ramp.group(1)),
          Notation.perSecond(ramp.group(2)),
          Notation.duration(ramp.group(3)));
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

  static void checkRate(double rate) {
    if (!(rate > 0) || rate > 1e6) {
      throw new IllegalArgumentException(
          "a rate of %s is outside 0 to 1,000,000/s".formatted(Notation.rate(rate)));
    }
  }

  static void checkDuration(Duration duration) {
    if (duration.isZero() || duration.isNegative() || duration.compareTo(Duration.ofDays(7)) > 0) {
      throw new IllegalArgumentException(
          "a stretch of %s is outside 0 to 7 days".formatted(Notation.time(duration)));
    }
  }
}
