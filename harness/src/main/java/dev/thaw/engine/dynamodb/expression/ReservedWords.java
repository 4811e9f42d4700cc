package dev.thaw.engine.dynamodb.expression;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words that no expression may use as they are:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ReservedWords.html.
 */
final class ReservedWords {
  private static final Set<String> ALL = read();

  private ReservedWords() {}

  private static Set<String> read() {
    var resource =
        Objects.requireNonNull(
            ReservedWords.class.getResourceAsStream("reserved-words.txt"), "reserved-words.txt");
    try (var lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))) {
      return lines.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean contains(String word) {
    return ALL.contains(word.toUpperCase(Locale.ROOT));
  }
}
