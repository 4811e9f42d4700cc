package dev.thaw.engine.kinesis;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A record's sequence number: 56 digits that grow within a shard. AWS does not publish what they
 * hold; here it is when the shard was created, which record of the shard this is, and which shard.
 *
 * @param position of the record in its shard, from 0
 */
record SequenceNumber(long createdSeconds, int shard, long position) {
  private static final int SHARD_BITS = 32;
  private static final int SHARD_SHIFT = 4;
  private static final int POSITION_BITS = 63;
  private static final int POSITION_SHIFT = SHARD_SHIFT + SHARD_BITS;
  private static final int CREATED_BITS = 36;
  private static final int CREATED_SHIFT = 148;
  private static final int LONGEST = 60;
  // 2^185 is the least number of 56 digits that begins with 49, as AWS's do.
  private static final BigInteger MARK = BigInteger.ONE.shiftLeft(185).add(BigInteger.TWO);

  /** The one that is greater than all of a shard's records. */
  static final long END = Long.MAX_VALUE;

  static Optional<SequenceNumber> parse(String digits) {
    if (digits.length() > LONGEST || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    var number = digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
    var read =
        new SequenceNumber(
            part(number, CREATED_SHIFT, CREATED_BITS),
            (int) part(number, SHARD_SHIFT, SHARD_BITS),
            part(number, POSITION_SHIFT, POSITION_BITS));
    return read.toString().equals(digits) ? Optional.of(read) : Optional.empty();
  }

  private static long part(BigInteger number, int shift, int bits) {
    var mask = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    return number.shiftRight(shift).and(mask).longValue();
  }

  @Override
  public String toString() {
    return MARK.add(BigInteger.valueOf(createdSeconds).shiftLeft(CREATED_SHIFT))
        .add(BigInteger.valueOf(position).shiftLeft(POSITION_SHIFT))
        .add(BigInteger.valueOf(shard).shiftLeft(SHARD_SHIFT))
        .toString();
  }
}
