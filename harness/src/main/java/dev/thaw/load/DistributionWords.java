package dev.thaw.load;

import java.math.BigDecimal;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What follows a distribution's name, read from left to right; commas are as good as spaces. */
final class DistributionWords {
  private static final String DIGITS = "(\\d+(?:\\.\\d+)?)";
  private static final Pattern NUMBER = Pattern.compile(DIGITS);
  private static final Pattern TIME = Pattern.compile(DIGITS + "\\s*(us|ms|s)\\b");
  private static final Pattern SHARE = Pattern.compile(DIGITS + "\\s*%");
  private static final Pattern UP_TO = Pattern.compile("to\\b");
  private static final Pattern SPACE = Pattern.compile("\\s*,?\\s*");

  private final String text;
  private final String hint;
  private final Matcher words;

  DistributionWords(String text, String rest, String hint) {
    this.text = text;
    this.hint = hint;
    words = SPACE.matcher(rest);
    skipSpace(0);
  }

  /** A time, in ms. */
  double time() {
    var time = take(TIME, "a time such as 20 ms");
    double value = Double.parseDouble(time.group(1));
    return switch (time.group(2)) {
      case "us" -> value / 1e3;
      case "s" -> value * 1e3;
      default -> value;
    };
  }

  /** A time after the word "to". */
  double upperTime() {
    take(UP_TO, "the word 'to'");
    return time();
  }

  double number() {
    return Double.parseDouble(take(NUMBER, "a number").group(1));
  }

  /** A percentage, as a share of 1. */
  double share() {
    return new BigDecimal(take(SHARE, "a share such as 10%").group(1))
        .movePointLeft(2)
        .doubleValue();
  }

  boolean hasShare() {
    return words.usePattern(SHARE).lookingAt();
  }

  boolean hasMore() {
    return words.regionStart() < words.regionEnd();
  }

  /** Refuses what nobody asked for. */
  void end() {
    if (hasMore()) {
      throw unexpected("its end");
    }
  }

  private MatchResult take(Pattern pattern, String expected) {
    if (!words.usePattern(pattern).lookingAt()) {
      throw unexpected(expected);
    }
    var taken = words.toMatchResult();
    skipSpace(words.end());
    return taken;
  }

  private void skipSpace(int from) {
    words.region(from, words.regionEnd()).usePattern(SPACE).lookingAt();
    words.region(words.end(), words.regionEnd());
  }

  private IllegalArgumentException unexpected(String expected) {
    return new IllegalArgumentException(
        "'%s' is not a distribution of times: %s should follow; write %s"
            .formatted(text, expected, hint));
  }
}
