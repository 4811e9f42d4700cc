package dev.thaw.load;

import java.util.random.RandomGenerator;

/** Uniform numbers in (0, 1], where logarithms are finite. */
final class UnitNumber {
  private static final int EXPONENT_BITS = 12;
  private static final long ONE = Double.doubleToRawLongBits(1);

  private UnitNumber() {}

  /**
   * The next one, of 52 random bits. They are put together without a cast from long to double,
   * which on x86 waits for the draw before and makes the whole thrice as slow.
   */
  static double next(RandomGenerator random) {
    return 2 - Double.longBitsToDouble(ONE | (random.nextLong() >>> EXPONENT_BITS));
  }
}
