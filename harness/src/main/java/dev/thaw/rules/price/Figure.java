package dev.thaw.rules.price;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The price of an item in a region, with who said so and when. Of a month's amount each tier takes
 * its share; the last has no end.
 *
 * @param architecture the only one that it holds for; null if it holds for all
 */
public record Figure(
    @JsonProperty(required = true) Item item,
    @JsonProperty(required = true) String region,
    @Nullable String architecture,
    @JsonProperty(required = true) List<Tier> tiers,
    @JsonProperty(required = true) String source,
    @JsonProperty(required = true) String date,
    @JsonProperty(required = true) Confidence confidence) {
  public Figure {
    Objects.requireNonNull(item, "a figure without an item");
    Objects.requireNonNull(region, "a figure without a region");
    Objects.requireNonNull(tiers, "a figure without tiers");
    tiers = List.copyOf(tiers);
    double from = 0;
    for (var tier : tiers) {
      if (tier.upTo() <= from) {
        throw new IllegalArgumentException(
            "the tiers of %s do not rise: %s after %s".formatted(item, tier.upTo(), from));
      }
      from = tier.upTo();
    }
    if (from != Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "the last tier of %s ends at %s; leave out its upTo".formatted(item, from));
    }
  }

  boolean fits(Item other, String otherArchitecture) {
    return item == other && (architecture == null || architecture.equals(otherArchitecture));
  }

  /** What the first unit of a month costs, in USD. */
  public double first() {
    return tiers.get(0).usd();
  }

  /** What a month's amount costs, in USD. */
  public double cost(double amount) {
    if (!(amount >= 0)) {
      throw new IllegalArgumentException("an amount of %s of %s".formatted(amount, item));
    }
    double cost = 0;
    double from = 0;
    for (var tier : tiers) {
      cost += Math.max(0, Math.min(amount, tier.upTo()) - from) * tier.usd();
      from = tier.upTo();
    }
    return cost;
  }
}
