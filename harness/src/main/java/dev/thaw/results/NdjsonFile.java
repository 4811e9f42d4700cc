package dev.thaw.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
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
    try (var in = Files.newInputStream(path);
        var unzipped = new GZIPInputStream(in, 1 << 16);
        var lines = new BufferedReader(new InputStreamReader(unzipped, StandardCharsets.UTF_8))) {
      var reader = RunJson.MAPPER.readerFor(type);
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        values.add(reader.readValue(line));
      }
      return new Contents<>(values, true);
    } catch (EOFException | ZipException | JsonProcessingException cutOff) {
      return new Contents<>(values, false);
    }
  }
}
