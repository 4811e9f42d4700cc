package dev.thaw.engine.logs;

import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tokens of the listings and of the reading of events. */
final class Tokens {
  static final int PAGE = 50;

  private static final Pattern DIRECTED = Pattern.compile("([fb])/(\\d{1,56})/s");

  private Tokens() {}

  /** A place in a stream and the direction in which to read on from it. */
  record Place(boolean isForward, long sequence) {
    String token() {
      return (isForward ? "f/" : "b/") + LogEvent.id(sequence) + "/s";
    }

    static Place parse(String token) {
      var match = DIRECTED.matcher(token);
      if (!match.matches()) {
        throw invalid();
      }
      return new Place(match.group(1).equals("f"), number(match.group(2)));
    }
  }

  /** The event behind which a filtered reading goes on. */
  static OptionalLong sequence(@Nullable String token) {
    return token == null ? OptionalLong.empty() : OptionalLong.of(number(token));
  }

  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw invalid();
    }
  }

  static <T> T checked(Supplier<T> page) {
    try {
      return page.get();
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  private static RuntimeException invalid() {
    return LogsError.invalid("The specified nextToken is invalid.");
  }
}
