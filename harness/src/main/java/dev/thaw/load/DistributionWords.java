package dev.thaw.load;

import dev.thaw.invocation.Notation;
import java.math.BigDecimal;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What follows a distribution's name, read from left to right; commas are as good as spaces. */
final class DistributionWords {
  private static final Pattern NUMBER = Pattern.compile(Notation.NUMBER);
  private static final Pattern TIME = Pattern.compile(Notation.TIME + "\\b");
  private static final Pattern SHARE = Pattern.compile("(" + Notation.NUMBER + ")\\s*%");
  private static final Pattern UP_TO = Pattern.compile("to\\b");
  private static final Pattern PLUS = Pattern.compile("plus\\b");
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
    return Notation.milliseconds(take(TIME, "a time such as 20 ms").group());
  }

  /** A time after the word "to". */
  double upperTime() {
    take(UP_TO, "the word 'to'");
    return time();
  }

  double number() {
    return Double.parseDouble(take(NUMBER, "a number").group());
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

  /** Whether a list goes on. */
  boolean hasMore() {
    return words.regionStart() < words.regionEnd() && !words.usePattern(PLUS).lookingAt();
  }

  /** What the text ends with: nothing, or "plus" and a time. */
  double addedTime() {
    if (words.regionStart() == words.regionEnd()) {
      return 0;
    }
    take(PLUS, "its end");
    double added = time();
    if (words.regionStart() < words.regionEnd()) {
      throw unexpected("its end");
    }
    return added;
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
