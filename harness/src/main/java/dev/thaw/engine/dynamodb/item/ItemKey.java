package dev.thaw.engine.dynamodb.item;

import org.jspecify.annotations.Nullable;

/**
 * An item's key, in a table's order: by the hash of the first attribute, then by the second.
 *
 * @param order the hash
 */
public record ItemKey(long order, Value hash, @Nullable Value range)
    implements Comparable<ItemKey> {
  static ItemKey of(Value hash, @Nullable Value range) {
    return new ItemKey(mixed(hash.hashCode()), hash, range);
  }

  /** Spreads a hash over all 64 bits, as Steele, Lea and Flood's SplittableRandom does. */
  private static long mixed(int hash) {
    long mixed = hash * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /** Equal for equal keys: what tells lanes of a stream apart. */
  public int lane() {
    return (int) mixed(31 * hash.hashCode() + (range == null ? 0 : range.hashCode()));
  }

  /** Which of so many segments of a parallel scan it is in. */
  public int segment(int segments) {
    return (int) Math.multiplyHigh(order >>> 1, 2L * segments);
  }

  @Override
  public int compareTo(ItemKey other) {
    int byHash = Long.compareUnsigned(order, other.order);
    if (byHash != 0) {
      return byHash;
    }
    int byPartition = Order.NATURAL.compare(hash, other.hash);
    return byPartition != 0 ? byPartition : byRange(other);
  }

  private int byRange(ItemKey other) {
    if (range == null || other.range == null) {
      return Boolean.compare(range != null, other.range != null);
    }
    return Order.NATURAL.compare(range, other.range);
  }

  /** What comes before all items with that partition key and others; it may be an item's own. */
  public static ItemKey first(Value hash) {
    return of(hash, null);
  }

  /** What comes behind all items with that partition key. */
  public static ItemKey last(Value hash) {
    // No sort key is of that type, and all that are come before it.
    return of(hash, new Value.Null());
  }
}
