package dev.thaw.engine.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;

/** S3's order of keys: by their UTF-8 bytes, which differs from that of Java's strings. */
final class Utf8Order {
  static final Comparator<String> BYTES =
      (left, right) -> Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));

  private Utf8Order() {}
}
