package dev.thaw.rules;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.thaw.invocation.Price;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The prices that Thaw knows, from {@code prices.json}: data with date and source, which anybody
 * can replace.
 */
public record PriceFile(List<Price> prices) {
  public PriceFile {
    prices = List.copyOf(prices);
  }

  /** The file that comes with Thaw. */
  public static PriceFile bundled() {
    try (InputStream in =
        Objects.requireNonNull(PriceFile.class.getResourceAsStream("prices.json"))) {
      return new PriceFile(
          JsonMapper.builder().build().readValue(in, new TypeReference<List<Price>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The price for an architecture; a region that the file lacks is reckoned at us-east-1's. */
  public Price find(String region, String architecture) {
    return prices.stream()
        .filter(price -> price.architecture().equals(architecture))
        .filter(price -> price.region().equals(region) || price.region().equals("us-east-1"))
        .min(
            (one, other) ->
                Boolean.compare(other.region().equals(region), one.region().equals(region)))
        .orElseThrow(
            () -> new IllegalArgumentException("no price for architecture " + architecture));
  }
}
