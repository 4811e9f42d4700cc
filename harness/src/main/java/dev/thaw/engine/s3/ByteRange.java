package dev.thaw.engine.s3;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of an object, both ends included: {@code bytes=0-99}, {@code bytes=100-}, {@code
 * bytes=-5}.
 */
record ByteRange(int first, int last) {
  private static final Pattern SYNTAX = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

  /**
   * The range asked for; none, and so the whole, where the header is absent or not of this form.
   */
  static Optional<ByteRange> parse(@Nullable String header, int size) {
    if (header == null || header.equals("bytes=-")) {
      return Optional.empty();
    }
    var range = SYNTAX.matcher(header);
    if (!range.matches()) {
      return Optional.empty();
    }
    var from = range.group(1);
    var to = range.group(2);
    var found =
        from.isEmpty()
            ? new ByteRange(Math.max(0, size - Integer.parseInt(to)), size - 1)
            : new ByteRange(
                Integer.parseInt(from),
                to.isEmpty() ? size - 1 : Math.min(size - 1, Integer.parseInt(to)));
    if (found.first() >= size || found.last() < found.first()) {
      throw S3Error.INVALID_RANGE.exception().with("RangeRequested", header);
    }
    return Optional.of(found);
  }

  String contentRange(int size) {
    return "bytes " + first + "-" + last + "/" + size;
  }
}
