package dev.thaw.load;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A mixture of exponentially distributed times: more variable than any of them. A draw takes two
 * numbers of the generator, one for the branch and one for the time.
 */
public record HyperexponentialTime(List<Branch> branches) implements Distribution {
  private static final double SUM_TOLERANCE = 1e-9;
  private static final int HALVINGS = 80;

  /** A share of the times, of that mean in ms. */
  public record Branch(double share, double meanMs) {
    public Branch {
      DistributionSyntax.checkTime(meanMs);
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "a branch's share of %s is outside 0 to 1".formatted(share));
      }
      if (meanMs == 0) {
        throw new IllegalArgumentException("a branch's mean of 0 ms has no exponential times");
      }
    }
  }

  public HyperexponentialTime {
    branches = List.copyOf(branches);
    double sum = branches.stream().mapToDouble(Branch::share).sum();
    if (!(Math.abs(sum - 1) < SUM_TOLERANCE)) {
      throw new IllegalArgumentException(
          "the branches' shares must add up to 100%%, not %s"
              .formatted(DistributionSyntax.percent(sum)));
    }
  }

  @Override
  public double quantile(double p) {
    double standard = -StrictMath.log1p(-p);
    double low = standard * branches.stream().mapToDouble(Branch::meanMs).min().orElseThrow();
    double high = standard * branches.stream().mapToDouble(Branch::meanMs).max().orElseThrow();
    for (int i = 0; i < HALVINGS && low < high; i++) {
      double middle = (low + high) / 2;
      if (above(middle) > 1 - p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double above(double ms) {
    return branches.stream()
        .mapToDouble(branch -> branch.share() * StrictMath.exp(-ms / branch.meanMs()))
        .sum();
  }

  @Override
  public double mean() {
    return branches.stream().mapToDouble(branch -> branch.share() * branch.meanMs()).sum();
  }

  @Override
  public double sample(RandomGenerator random) {
    double standard = -Logarithm.ofUnit(UnitNumber.next(random));
    double rest = random.nextDouble();
    int last = branches.size() - 1;
    for (int i = 0; i < last; i++) {
      var branch = branches.get(i);
      if (rest < branch.share()) {
        return branch.meanMs() * standard;
      }
      rest -= branch.share();
    }
    return branches.get(last).meanMs() * standard;
  }

  @Override
  public String toString() {
    return branches.stream()
        .map(
            branch ->
                DistributionSyntax.percent(branch.share())
                    + " "
                    + DistributionSyntax.time(branch.meanMs()))
        .collect(Collectors.joining(", ", "hyperexponential ", ""));
  }
}
