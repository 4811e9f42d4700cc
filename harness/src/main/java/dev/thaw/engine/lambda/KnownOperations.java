package dev.thaw.engine.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The names of all of Lambda's operations, so that those which are missing can be told by name. */
final class KnownOperations {
  private static final String RESOURCE = "operations.txt";

  private KnownOperations() {}

  static Stream<String> lines() {
    try (var stream = KnownOperations.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return reader.lines().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
