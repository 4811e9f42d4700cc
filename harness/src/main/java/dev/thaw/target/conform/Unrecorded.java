package dev.thaw.target.conform;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Something AWS does that no check holds an endpoint to, and why; from {@code unrecorded.json}. */
public record Unrecorded(String what, String why) {
  /** All of them. */
  public static List<Unrecorded> all() {
    try (InputStream in =
        Objects.requireNonNull(Unrecorded.class.getResourceAsStream("unrecorded.json"))) {
      return JsonMapper.builder().build().readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
