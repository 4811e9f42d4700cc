package dev.thaw.load;

/**
 * (1 - cos 2πx) / 2: from 0 to 1 and back while x goes from 0 to 1. Straight lines between 4096
 * tabled points, which is within 3e-7 of it, and the same on every machine.
 */
final class Wave {
  private static final int CELLS = 4096;
  private static final double[] HEIGHT = new double[CELLS + 1];

  static {
    for (int i = 0; i <= CELLS; i++) {
      HEIGHT[i] = (1 - StrictMath.cos(2 * Math.PI * i / CELLS)) / 2;
    }
  }

  private Wave() {}

  /** The height at x, which is in [0, 1). */
  static double at(double x) {
    double place = x * CELLS;
    int cell = (int) place;
    return HEIGHT[cell] + (place - cell) * (HEIGHT[cell + 1] - HEIGHT[cell]);
  }
}
