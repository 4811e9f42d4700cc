package dev.thaw.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A gzipped NDJSON file, read to where it was cut off if its writer was killed. */
public record NdjsonFile<T>(Path path, Class<T> type) {

  /** The values of the file and whether it ends where its writer meant it to end. */
  public record Contents<T>(List<T> values, boolean isComplete) {
    public Contents {
      values = List.copyOf(values);
    }
  }

  /** Reads all values; a cut-off file gives what can be read. A missing file is an error. */
  public Contents<T> read() throws IOException {
    var values = new ArrayList<T>();
    try (var file = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      file.mark(1);
      if (file.read() < 0) {
        // Killed before anything was flushed.
        return new Contents<>(values, false);
      }
      file.reset();
      var in = new CutOffStream(new GZIPInputStream(file, 1 << 16));
      boolean isReadable = readLines(in, values);
      return new Contents<>(values, isReadable && !in.isCutOff());
    }
  }

  private boolean readLines(InputStream in, List<T> values) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    var reader = RunJson.MAPPER.readerFor(type);
    for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
      try {
        values.add(reader.readValue(line));
      } catch (JsonProcessingException cutOff) {
        return false;
      }
    }
    return true;
  }
}
