package dev.thaw.stats;

/** Where a quantile stands among n ordered values: h = (n - 1) p, in two parts. */
record QuantileRank(int floor, double fraction) {
  static QuantileRank of(double p, int n) {
    if (n == 0) {
      throw new IllegalArgumentException("no values, no quantile");
    }
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("probability %s is outside 0 to 1".formatted(p));
    }
    double h = (n - 1) * p;
    int floor = (int) h;
    return new QuantileRank(floor, h - floor);
  }
}
