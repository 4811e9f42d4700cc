package dev.thaw.stats.fit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a sample can be taken for. */
public enum Family {
  /** One value, again and again. */
  CONSTANT,
  /** Exponential, by its mean. */
  EXPONENTIAL,
  /** Lognormal, by its median and the standard deviation of its logarithm. */
  LOGNORMAL,
  /** The sample itself: no family fits, or its values are not all positive. */
  EMPIRICAL;

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a name as files spell it; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static Family of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
