package dev.thaw.load;

import dev.thaw.invocation.Notation;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text form of distributions of times. */
final class DistributionSyntax {
  private static final double MAX_MS = 3_600_000;
  private static final String NUMBER = "(" + Notation.NUMBER + ")";
  private static final String TIME = "(" + Notation.TIME + ")";
  private static final Pattern PLAIN = Pattern.compile("(constant|exponential)\\s+" + TIME);
  private static final Pattern UNIFORM =
      Pattern.compile("uniform\\s+" + TIME + "\\s+to\\s+" + TIME);
  private static final Pattern LOGNORMAL =
      Pattern.compile("lognormal\\s+" + TIME + "\\s+" + NUMBER);

  private DistributionSyntax() {}

  static Distribution parse(String text) {
    var clean = text.strip().toLowerCase(Locale.ROOT);
    Matcher plain = PLAIN.matcher(clean);
    if (plain.matches()) {
      double ms = Notation.milliseconds(plain.group(2));
      return plain.group(1).equals("constant") ? new ConstantTime(ms) : new ExponentialTime(ms);
    }
    Matcher uniform = UNIFORM.matcher(clean);
    if (uniform.matches()) {
      return new UniformTime(
          Notation.milliseconds(uniform.group(1)), Notation.milliseconds(uniform.group(2)));
    }
    Matcher lognormal = LOGNORMAL.matcher(clean);
    if (lognormal.matches()) {
      return new LognormalTime(
          Notation.milliseconds(lognormal.group(1)), Double.parseDouble(lognormal.group(2)));
    }
    throw new IllegalArgumentException(
        "'%s' is not a distribution of times; write 'constant 20 ms', 'uniform 10 ms to 30 ms', "
                .formatted(text)
            + "'exponential 20 ms' (mean) or 'lognormal 20 ms 0.5' (median, sigma)");
  }

  static String time(double ms) {
    return Notation.milliseconds(ms);
  }

  static void checkTime(double ms) {
    if (!(ms >= 0 && ms <= MAX_MS)) {
      throw new IllegalArgumentException("a time of %s is outside 0 ms to 1 h".formatted(time(ms)));
    }
  }
}
