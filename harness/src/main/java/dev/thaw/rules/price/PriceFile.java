package dev.thaw.rules.price;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Prices as data, each with date and source: {@code prices.json} comes with Thaw, and anybody can
 * give another one.
 */
public record PriceFile(
    @JsonProperty(required = true) FreeTier freeTier,
    @JsonProperty(required = true) List<Figure> figures) {

  /** The region whose prices stand in for those that a file lacks. */
  static final String HOME_REGION = "us-east-1";

  private static final List<String> ARCHITECTURES = List.of("x86_64", "arm64");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public PriceFile {
    Objects.requireNonNull(freeTier, "no freeTier");
    Objects.requireNonNull(figures, "no figures");
    figures = List.copyOf(figures);
  }

  /** The file that comes with Thaw. */
  public static PriceFile bundled() {
    try (InputStream in =
        Objects.requireNonNull(PriceFile.class.getResourceAsStream("prices.json"))) {
      return JSON.readValue(in, PriceFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Somebody's own file; what is wrong with it is an {@link IllegalArgumentException}. */
  public static PriceFile read(Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("there is no price file %s to read".formatted(file));
    }
    try {
      return JSON.readValue(file.toFile(), PriceFile.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "price file %s, line %d: %s".formatted(file, e.getLocation().getLineNr(), reason(e)), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a constructor of ours objects to is clearer than what Jackson makes of it. */
  private static String reason(JacksonException e) {
    var cause = e.getCause();
    return String.valueOf(cause == null ? e.getOriginalMessage() : cause.getMessage());
  }

  /** The prices of a region, as far as they are known, and of an architecture. */
  public Prices prices(String region, String architecture) {
    if (!ARCHITECTURES.contains(architecture)) {
      throw new IllegalArgumentException(
          "'%s' is none of Lambda's architectures; write x86_64 or arm64".formatted(architecture));
    }
    return new Prices(this, region, architecture);
  }
}
