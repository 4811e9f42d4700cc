package dev.thaw.load.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.thaw.invocation.Slot;
import dev.thaw.invocation.Timing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The requests file of a run of Thaw ({@code requests-0.ndjson.gz}): when each was meant to go out.
 * A function is {@code phase/variant}; warm-ups are among them.
 */
final class RecordedRun {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build()
          .readerFor(Line.class);

  private RecordedRun() {}

  /** As much of a request as a plan needs. */
  private record Line(Slot slot, Timing timing) {}

  static boolean isOne(Path file) {
    var name = file.toString();
    return name.endsWith(".ndjson") || name.endsWith(".ndjson.gz");
  }

  static Trace read(Path file, Predicate<String> isSelected) {
    var invocations = new Invocations(isSelected);
    try (var lines =
        new BufferedReader(new InputStreamReader(CsvRows.stream(file), StandardCharsets.UTF_8))) {
      long number = 1;
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        var request = parse(file, number++, line);
        invocations.add(
            request.slot.phase() + "/" + request.slot.variant(),
            request.timing.intendedNs(),
            Double.NaN);
      }
    } catch (IOException e) {
      throw new TraceException(file, "cannot be read to its end: " + e.getMessage());
    }
    return invocations.trace();
  }

  private static Line parse(Path file, long number, String line) {
    try {
      return JSON.readValue(line);
    } catch (JsonProcessingException e) {
      throw new TraceException(
          file, number, "'%.60s' is not a request: %s".formatted(line, e.getOriginalMessage()));
    }
  }
}
