package dev.thaw.load;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Times as they were observed: quantiles, straight lines between them. Below the first and above
 * the last nothing is invented; times stay at it.
 */
public final class EmpiricalTime implements Distribution {
  private static final int MOST_CELLS = 1 << 20;

  private final double[] shares;
  private final double[] times;
  private final double[] slopes;

  /** For each of equal steps from 0 to 1 the segment where a search starts. */
  private final int[] guide;

  private EmpiricalTime(double[] shares, double[] times) {
    this.shares = shares;
    this.times = times;
    slopes =
        IntStream.range(0, shares.length - 1)
            .mapToDouble(i -> (times[i + 1] - times[i]) / (shares[i + 1] - shares[i]))
            .toArray();
    guide = new int[Math.min(MOST_CELLS, 2 * shares.length)];
    for (int cell = 1, segment = 0; cell < guide.length; cell++) {
      while (shares[segment + 1] <= cell / (double) guide.length) {
        segment++;
      }
      guide[cell] = segment;
    }
  }

  /** Observed times in ms, in any order: n of them are the quantiles 0, 1 / (n - 1) ... 1. */
  public static EmpiricalTime ofValues(double... ms) {
    if (ms.length == 0) {
      throw new IllegalArgumentException("an empirical distribution needs at least one time");
    }
    DoubleStream.of(ms).forEach(DistributionSyntax::checkTime);
    var sorted = ms.length == 1 ? new double[] {ms[0], ms[0]} : ms.clone();
    Arrays.sort(sorted);
    return new EmpiricalTime(evenShares(sorted.length), sorted);
  }

  private static double[] evenShares(int count) {
    return IntStream.range(0, count).mapToDouble(i -> i / (count - 1.0)).toArray();
  }

  /**
   * Times in ms that those shares of all stay below, both rising: a trace's percentiles, or what a
   * paper gives.
   */
  public static EmpiricalTime ofQuantiles(double[] shares, double[] ms) {
    check(shares, ms);
    int last = ms.length - 1;
    double[] head = shares[0] == 0 ? new double[0] : new double[] {0};
    double[] tail = shares[last] == 1 && ms.length > 1 ? new double[0] : new double[] {1};
    return new EmpiricalTime(
        concat(head, shares, tail),
        concat(
            head.length == 0 ? head : new double[] {ms[0]},
            ms,
            tail.length == 0 ? tail : new double[] {ms[last]}));
  }

  private static void check(double[] shares, double[] ms) {
    if (ms.length == 0 || shares.length != ms.length) {
      throw new IllegalArgumentException(
          "%d shares and %d times are no quantiles".formatted(shares.length, ms.length));
    }
    for (int i = 0; i < ms.length; i++) {
      DistributionSyntax.checkTime(ms[i]);
      if (!(shares[i] >= 0 && shares[i] <= 1)) {
        throw new IllegalArgumentException(
            "a quantile at %s is outside 0%% to 100%%".formatted(shares[i]));
      }
      if (i > 0 && !(shares[i] > shares[i - 1] && ms[i] >= ms[i - 1])) {
        throw new IllegalArgumentException(
            "quantiles rise, but after %s comes %s"
                .formatted(point(shares[i - 1], ms[i - 1]), point(shares[i], ms[i])));
      }
    }
  }

  private static double[] concat(double[]... parts) {
    return Arrays.stream(parts).flatMapToDouble(DoubleStream::of).toArray();
  }

  @Override
  public double quantile(double p) {
    int segment = guide[Math.min((int) (p * guide.length), guide.length - 1)];
    int last = slopes.length - 1;
    while (segment < last && shares[segment + 1] <= p) {
      segment++;
    }
    return times[segment] + (p - shares[segment]) * slopes[segment];
  }

  @Override
  public double mean() {
    return IntStream.range(0, slopes.length)
        .mapToDouble(i -> (shares[i + 1] - shares[i]) * (times[i] + times[i + 1]) / 2)
        .sum();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EmpiricalTime that
        && Arrays.equals(shares, that.shares)
        && Arrays.equals(times, that.times);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shares) + Arrays.hashCode(times);
  }

  @Override
  public String toString() {
    boolean isValues = Arrays.equals(shares, evenShares(shares.length));
    return IntStream.range(0, shares.length)
        .mapToObj(i -> isValues ? DistributionSyntax.time(times[i]) : point(shares[i], times[i]))
        .collect(Collectors.joining(", ", "empirical ", ""));
  }

  private static String point(double share, double ms) {
    return DistributionSyntax.percent(share) + " " + DistributionSyntax.time(ms);
  }
}
