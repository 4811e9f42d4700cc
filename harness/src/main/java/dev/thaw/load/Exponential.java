package dev.thaw.load;

/**
 * The exponential function in a few ns, to the last bit the same on every machine and JDK, right to
 * about 4e-16 of its value; see {@link Logarithm}.
 *
 * <p>The argument is (128 · k + j) · ln 2 / 128 + r with |r| at most 0.0028, so that e^x is 2^k
 * times a tabled 2^(j / 128) times six terms of the series of e^r.
 */
final class Exponential {
  private static final int SIZE = 128;
  private static final int INDEX_BITS = 7;
  private static final int FRACTION_BITS = 52;
  private static final long BIAS = 1023;

  /** Beyond this a power of two does not fit an exponent any more. */
  private static final double LIMIT = 700;

  private static final double LN2 = StrictMath.log(2);
  private static final double SHIFT = 0x1.8p52;
  private static final double STEPS = SIZE / LN2;

  /** ln 2 / 128 in two parts, the first so short that its multiples are exact. */
  private static final double STEP_HIGH = (float) (LN2 / SIZE);

  private static final double STEP_LOW = lowPart();
  private static final double[] POWER = new double[SIZE];

  static {
    for (int i = 0; i < SIZE; i++) {
      POWER[i] = StrictMath.exp(i * LN2 / SIZE);
    }
  }

  private Exponential() {}

  private static double lowPart() {
    // What a double cannot hold of ln 2 = 0.693147180559945309417232121458176568...
    double rest = 2.3190468138462996e-17;
    return (LN2 - STEP_HIGH * SIZE + rest) / SIZE;
  }

  static double of(double x) {
    if (!(Math.abs(x) < LIMIT)) {
      return StrictMath.exp(x);
    }
    // Adding 1.5 · 2^52 rounds to a whole number and leaves it in the last bits.
    double shifted = x * STEPS + SHIFT;
    double step = shifted - SHIFT;
    long bits = Double.doubleToRawLongBits(shifted);
    double r = x - step * STEP_HIGH - step * STEP_LOW;
    double power = POWER[(int) bits & (SIZE - 1)];
    double scale = Double.longBitsToDouble((((int) bits >> INDEX_BITS) + BIAS) << FRACTION_BITS);
    return scale * (power + power * series(r));
  }

  /** e^r - 1 for a small r. */
  private static double series(double r) {
    double high = 1 / 6.0 + r * (1 / 24.0 + r * (1 / 120.0 + r * (1 / 720.0)));
    return r + r * r * (0.5 + r * high);
  }
}
