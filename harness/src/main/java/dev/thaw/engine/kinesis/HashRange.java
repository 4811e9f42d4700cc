package dev.thaw.engine.kinesis;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The hash keys that a shard takes, both ends included. */
record HashRange(BigInteger start, BigInteger end) {
  private static final BigInteger ALL = BigInteger.ONE.shiftLeft(128);

  /** So many ranges that share all hash keys evenly, as a new stream's shards do. */
  static List<HashRange> even(int shards) {
    var width = ALL.divide(BigInteger.valueOf(shards));
    var ranges = new ArrayList<HashRange>(shards);
    for (int shard = 0; shard < shards; shard++) {
      var start = width.multiply(BigInteger.valueOf(shard));
      var next = shard == shards - 1 ? ALL : start.add(width);
      ranges.add(new HashRange(start, next.subtract(BigInteger.ONE)));
    }
    return ranges;
  }

  boolean isBefore(HashRange other) {
    return end.add(BigInteger.ONE).equals(other.start);
  }
}
