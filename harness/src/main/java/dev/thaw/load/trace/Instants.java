package dev.thaw.load.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

/** Instants in traces: seconds or ISO 8601, as nanoseconds. */
final class Instants {
  private static final double MAX_SECONDS = 9e9;
  private static final double MIN_SECONDS = 1e-10;

  private Instants() {}

  static OptionalLong parse(String text) {
    try {
      return seconds(text);
    } catch (NumberFormatException notANumber) {
      return iso(text);
    }
  }

  /** Through decimals: since the epoch, a double's seconds are no finer than 200 ns. */
  private static OptionalLong seconds(String text) {
    double roughly = Double.parseDouble(text);
    if (Math.abs(roughly) < MIN_SECONDS) {
      return OptionalLong.of(0);
    }
    return Math.abs(roughly) <= MAX_SECONDS
        ? OptionalLong.of(
            new BigDecimal(text)
                .movePointRight(9)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact())
        : OptionalLong.empty();
  }

  private static OptionalLong iso(String text) {
    try {
      var instant = OffsetDateTime.parse(text).toInstant();
      return Math.abs(instant.getEpochSecond()) <= MAX_SECONDS
          ? OptionalLong.of(instant.getEpochSecond() * 1_000_000_000L + instant.getNano())
          : OptionalLong.empty();
    } catch (DateTimeException notAnInstant) {
      return OptionalLong.empty();
    }
  }
}
