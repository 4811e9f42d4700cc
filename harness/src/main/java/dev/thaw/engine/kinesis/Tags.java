package dev.thaw.engine.kinesis;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What tags may be; see https://docs.aws.amazon.com/streams/latest/dev/tagging.html. */
final class Tags {
  static final int MOST = 50;
  private static final Pattern ALLOWED =
      Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*", Pattern.UNICODE_CHARACTER_CLASS);

  private Tags() {}

  static void check(Map<String, String> tags) {
    if (!Stream.concat(tags.keySet().stream(), tags.values().stream())
        .allMatch(text -> ALLOWED.matcher(text).matches())) {
      throw KinesisError.invalid(
          "Some tags contain invalid characters. Valid characters: Unicode letters, digits, white"
              + " space, _ . / = + - % @ :.");
    }
    if (tags.size() > MOST) {
      throw KinesisError.invalid("A stream cannot have more than " + MOST + " tags.");
    }
  }
}
