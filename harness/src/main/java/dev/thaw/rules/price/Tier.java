package dev.thaw.rules.price;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A price in USD per unit, for what lies in a month below that amount and above the last tier. */
public record Tier(double upTo, double usd) {
  public Tier {
    if (!(upTo > 0)) {
      throw new IllegalArgumentException("a tier up to %s is empty".formatted(upTo));
    }
    if (!(usd >= 0 && usd < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a price of %s USD is not one".formatted(usd));
    }
  }

  @JsonCreator
  static Tier read(
      @JsonProperty("upTo") @Nullable Double upTo,
      @JsonProperty(value = "usd", required = true) double usd) {
    return new Tier(upTo == null ? Double.POSITIVE_INFINITY : upTo, usd);
  }
}
