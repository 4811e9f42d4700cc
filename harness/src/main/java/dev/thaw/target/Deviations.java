package dev.thaw.target;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.thaw.results.Deviation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How targets are known to deviate from AWS: data with a reason, from {@code deviations.json}, the
 * one table of them. {@code shown} are those that touch what a report shows.
 */
final class Deviations {
  private record Known(String what, String why, boolean shown) {}

  private Deviations() {}

  /** Those of a target that touch what a report shows. */
  static List<Deviation> of(String target) {
    try (InputStream in =
        Objects.requireNonNull(Deviations.class.getResourceAsStream("deviations.json"))) {
      var all =
          JsonMapper.builder()
              .build()
              .readValue(in, new TypeReference<Map<String, List<Known>>>() {});
      return Objects.requireNonNull(all.get(target), target).stream()
          .filter(Known::shown)
          .map(known -> new Deviation(known.what(), known.why()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
