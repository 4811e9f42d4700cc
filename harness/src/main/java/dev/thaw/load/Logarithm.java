package dev.thaw.load;

/**
 * The natural logarithm in a few ns, to the last bit the same on every machine and JDK: {@link
 * Math#log} may differ between processors, and {@link StrictMath#log} takes several times as long.
 * It is right to 5e-16 of its value.
 *
 * <p>The argument is 2^k · c · (1 + r), c the nearest of 256 tabled numbers between 1 and 2, so
 * that |r| is at most 2^-9 and six terms of the series of log(1 + r) are enough. Nothing but IEEE
 * additions and multiplications is used.
 */
final class Logarithm {
  private static final int SIZE = 256;
  private static final int FRACTION_BITS = 52;
  private static final int CELL_BITS = 44;
  private static final long HALF_CELL = 1L << (CELL_BITS - 1);
  private static final long BIAS = 1023;

  /**
   * From here on (1.41) a cell counts as below the next power of two, so that near 1 nothing
   * cancels.
   */
  private static final int UPPER = 106;

  private static final long TO_UPPER = (long) (SIZE - UPPER) << CELL_BITS;
  private static final double LN2 = StrictMath.log(2);

  /**
   * The tabled numbers, and the logarithms of powers of two: a load, where the conversion of an
   * integer would make each draw wait for the one before it (the register that it leaves half
   * unwritten), which takes 12 to 20 ns instead of 6.
   */
  private static final double[] CENTRE = new double[SIZE];

  private static final double[] POWER = new double[2 * (int) BIAS + 2];

  private static final double[] INVERSE = new double[SIZE];
  private static final double[] LOG = new double[SIZE];

  static {
    for (int i = 0; i < SIZE; i++) {
      CENTRE[i] = 1 + i / (double) SIZE;
      INVERSE[i] = 1 / CENTRE[i];
      LOG[i] = StrictMath.log(i < UPPER ? CENTRE[i] : CENTRE[i] / 2);
    }
    for (int i = 0; i < POWER.length; i++) {
      POWER[i] = (i - BIAS) * LN2;
    }
  }

  private Logarithm() {}

  /** The logarithm of a number in (0, 1], such as 1 - {@code nextDouble()}. */
  static double ofUnit(double u) {
    return of(u);
  }

  /** The logarithm of any number. */
  static double of(double x) {
    if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
      return StrictMath.log(x);
    }
    long bits = Double.doubleToRawLongBits(x);
    long rounded = bits + HALF_CELL;
    int cell = (int) (rounded >>> CELL_BITS) & (SIZE - 1);
    double mantissa =
        Double.longBitsToDouble(
            bits - ((rounded >>> FRACTION_BITS) << FRACTION_BITS) + (BIAS << FRACTION_BITS));
    int power = (int) ((rounded + TO_UPPER) >>> FRACTION_BITS);
    double r = (mantissa - CENTRE[cell]) * INVERSE[cell];
    return POWER[power] + LOG[cell] + series(r);
  }

  /** The logarithm of 1 + r for a small r. */
  private static double series(double r) {
    double high = 0.25 - r * (0.2 - r * (1 / 6.0));
    return r - r * r * (0.5 - r * (1 / 3.0 - r * high));
  }
}
