package dev.thaw.engine.dynamodb.expression;

import java.util.Arrays;

/** Bytes within bytes. */
final class Bytes {
  private Bytes() {}

  static boolean contain(byte[] whole, byte[] part) {
    for (int at = 0; at + part.length <= whole.length; at++) {
      if (Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}
