package dev.thaw.stats;

import java.util.OptionalInt;

/**
 * The exact interval of a quantile without any assumption on the distribution: the number of values
 * below the true quantile is Binomial(n, p), so two ranks bracket it with at least 95 %. A small
 * sample's tail has no upper rank (99 % of 200 values: all 200 lie below with 13 %), and then there
 * is no upper bound.
 *
 * @see <a href="https://doi.org/10.1002/0471722162">David and Nagaraja, Order Statistics, 7.1</a>
 */
final class OrderStatistics {
  private final double[] mass;
  private final int first;

  /** The mass function of Binomial(n, p) around its mode, as far as it can be told from 0. */
  OrderStatistics(int n, double p) {
    int mode = (int) Math.min(n, (n + 1.0) * p);
    int reach = (int) (12 * Math.sqrt(n * p * (1 - p))) + 40;
    first = Math.max(0, mode - reach);
    mass = new double[Math.min(n, mode + reach) - first + 1];
    double odds = p / (1 - p);
    mass[mode - first] = 1;
    for (int k = mode; k > first; k--) {
      mass[k - 1 - first] = mass[k - first] * k / ((n - k + 1) * odds);
    }
    for (int k = mode; k < first + mass.length - 1; k++) {
      mass[k + 1 - first] = mass[k - first] * (n - k) * odds / (k + 1);
    }
    double total = 0;
    for (double m : mass) {
      total += m;
    }
    for (int i = 0; i < mass.length; i++) {
      mass[i] /= total;
    }
  }

  /** The largest rank (from 0) that is below the quantile with 97.5 %, if there is one. */
  OptionalInt lower() {
    double below = 0;
    int k = 0;
    while (k < mass.length && below + mass[k] <= Confidence.TAIL) {
      below += mass[k++];
    }
    int rank = first + k - 1;
    return rank < 0 ? OptionalInt.empty() : OptionalInt.of(rank);
  }

  /** The smallest rank (from 0) that is above the quantile with 97.5 %, if there is one. */
  OptionalInt upper(int n) {
    double above = 0;
    int k = mass.length;
    while (k > 0 && above + mass[k - 1] <= Confidence.TAIL) {
      above += mass[--k];
    }
    int rank = first + k - 1;
    return rank >= n ? OptionalInt.empty() : OptionalInt.of(rank);
  }
}
