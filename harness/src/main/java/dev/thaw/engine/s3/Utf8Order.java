package dev.thaw.engine.s3;

import java.util.Comparator;

/** S3's order of keys: by their UTF-8 bytes, which differs from that of Java's strings. */
final class Utf8Order {
  static final Comparator<String> BYTES = Utf8Order::compare;

  private static final int HALVES = 0xD800;
  private static final int BEHIND_HALVES = 0xE000;

  private Utf8Order() {}

  /** Without encoding: the first char that differs decides, halves of pairs behind all others. */
  private static int compare(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      if (left.charAt(i) != right.charAt(i)) {
        return rank(left.charAt(i)) - rank(right.charAt(i));
      }
    }
    return left.length() - right.length();
  }

  private static int rank(char unit) {
    if (unit < HALVES) {
      return unit;
    }
    return unit < BEHIND_HALVES ? unit + BEHIND_HALVES : unit;
  }
}
