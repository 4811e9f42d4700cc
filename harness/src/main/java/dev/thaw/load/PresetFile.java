package dev.thaw.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The file {@code presets.json}: presets in groups of one origin. */
final class PresetFile {
  private PresetFile() {}

  private record Group(
      @JsonProperty(required = true) String source,
      @JsonProperty(required = true) String date,
      @JsonProperty(required = true) String measured,
      @JsonProperty(required = true) String assumed,
      @JsonProperty(required = true) List<Entry> presets) {

    List<ServiceTimePreset> read() {
      var origin = new PresetOrigin(source, date, measured, assumed);
      return presets.stream().map(entry -> entry.of(origin)).toList();
    }
  }

  private record Entry(
      @JsonProperty(required = true) String name,
      @Nullable Distribution init,
      @Nullable Distribution hidden,
      @Nullable Distribution roundTrip,
      @Nullable Distribution warm,
      @Nullable TreeMap<Integer, Double> firstDurationMs) {

    ServiceTimePreset of(PresetOrigin origin) {
      return new ServiceTimePreset(
          name,
          origin,
          init,
          hidden,
          roundTrip,
          warm,
          firstDurationMs == null ? new TreeMap<>() : firstDurationMs);
    }
  }

  static List<ServiceTimePreset> read() {
    try (InputStream in =
        Objects.requireNonNull(PresetFile.class.getResourceAsStream("presets.json"))) {
      return JsonMapper.builder()
          .build()
          .readValue(in, new TypeReference<List<Group>>() {})
          .stream()
          .map(Group::read)
          .flatMap(List::stream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
