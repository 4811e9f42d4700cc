package dev.thaw.target.conform;

import java.time.Duration;
import java.util.Locale;

/** What an endpoint showed, in words, and whether it is what AWS shows. */
public record Seen(String text, boolean isExpected) {
  /** A text that has to be that one. */
  static Seen text(String text, String expected) {
    return new Seen(text, text.equals(expected));
  }

  /** A count that has to be that one. */
  static Seen count(long count, long expected) {
    return new Seen(String.valueOf(count), count == expected);
  }

  /** A platform time that has to lie between two others. */
  static Seen between(Duration time, Duration least, Duration most) {
    return new Seen(
        String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3),
        time.compareTo(least) >= 0 && time.compareTo(most) <= 0);
  }
}
