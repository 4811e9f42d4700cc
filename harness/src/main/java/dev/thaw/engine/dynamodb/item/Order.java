package dev.thaw.engine.dynamodb.item;

import dev.thaw.engine.dynamodb.item.Value.Binary;
import dev.thaw.engine.dynamodb.item.Value.Numeric;
import dev.thaw.engine.dynamodb.item.Value.Text;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Values of one ordered type: texts by their bytes in UTF-8, numbers by value, binaries by byte.
 */
public enum Order implements Comparator<Value> {
  NATURAL;

  /** Whether the two have an order at all. */
  public static boolean isDefined(Value one, Value other) {
    return one.type() == other.type() && one.type().isOrdered();
  }

  @Override
  public int compare(Value one, Value other) {
    if (one instanceof Text first && other instanceof Text second) {
      return compare(first.text(), second.text());
    }
    if (one instanceof Numeric first && other instanceof Numeric second) {
      return first.number().compareTo(second.number());
    }
    if (one instanceof Binary first && other instanceof Binary second) {
      return Arrays.compareUnsigned(
          first.content().asByteArrayUnsafe(), second.content().asByteArrayUnsafe());
    }
    return one.type().compareTo(other.type());
  }

  private static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char first = one.charAt(i);
      char second = other.charAt(i);
      if (first != second) {
        boolean isPair = Character.isSurrogate(first);
        // What UTF-16 writes as a pair comes after all that it writes as one.
        return isPair == Character.isSurrogate(second)
            ? Character.compare(first, second)
            : isPair ? 1 : -1;
      }
    }
    return Integer.compare(one.length(), other.length());
  }
}
