package dev.thaw.rules.stream;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Where a record belongs among the shards of a Kinesis stream: the MD5 of its partition key, a
 * number of 128 bits, or the explicit hash key that it was put with.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html">
 *     PutRecord</a>
 */
public record HashKey(BigInteger value) {
  private static final int BITS = 128;
  private static final BigInteger END = BigInteger.ONE.shiftLeft(BITS);

  public HashKey {
    if (value.signum() < 0 || value.compareTo(END) >= 0) {
      throw new IllegalArgumentException("a hash key is 0 to 2^128 - 1, not " + value);
    }
  }

  /** The hash key of a partition key. */
  public static HashKey of(String partitionKey) {
    try {
      var md5 = MessageDigest.getInstance("MD5");
      return new HashKey(
          new BigInteger(1, md5.digest(partitionKey.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  /** Which of so many shards, from 0, when they share the range evenly as a new stream's do. */
  public int shard(int shards) {
    var width = END.divide(BigInteger.valueOf(shards));
    return value.divide(width).min(BigInteger.valueOf(shards - 1L)).intValue();
  }

  /**
   * What tells the concurrent batches of a shard apart: the last bits, for the first ones have
   * chosen the shard. How AWS does it is unknown; equal keys go together in any case.
   */
  public int lane() {
    return value.intValue();
  }
}
