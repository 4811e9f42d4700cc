package dev.thaw.results;

import dev.thaw.stats.Change;
import dev.thaw.stats.Estimate;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What is reckoned from a metric's evidence, and from how much evidence on. */
sealed interface Statistic {
  /** The estimate, absent when there is too little evidence. */
  Optional<Estimate> estimate(Evidence evidence, RandomGenerator random);

  /** The change between two sides; absent when either has no estimate or no interval. */
  Optional<Change> change(Evidence base, Evidence other, RandomGenerator random);

  /** The median, compared as a ratio or (where values may be 0 or negative) as a difference. */
  record Median(Change.Kind kind) implements Statistic {
    private static final int MIN_VALUES = 5;

    @Override
    public Optional<Estimate> estimate(Evidence evidence, RandomGenerator random) {
      return evidence.values(MIN_VALUES).map(sample -> Estimate.ofMedian(sample, random));
    }

    @Override
    public Optional<Change> change(Evidence base, Evidence other, RandomGenerator random) {
      return base.values(MIN_VALUES)
          .flatMap(
              one ->
                  other
                      .values(MIN_VALUES)
                      .map(two -> Change.ofQuantiles(kind, one, two, 0.5, random)));
    }
  }

  /**
   * A percentile of the tail, from so many values on: p99 from 200 and p99.9 from 1,000 as
   * LambdaBench does. The change needs an upper bound on both sides.
   */
  record Tail(double p, int minValues) implements Statistic {
    @Override
    public Optional<Estimate> estimate(Evidence evidence, RandomGenerator random) {
      return evidence.values(minValues).map(sample -> Estimate.ofQuantile(sample, p));
    }

    @Override
    public Optional<Change> change(Evidence base, Evidence other, RandomGenerator random) {
      if (!isBounded(base, random) || !isBounded(other, random)) {
        return Optional.empty();
      }
      return base.values(minValues)
          .flatMap(
              one ->
                  other
                      .values(minValues)
                      .map(two -> Change.ofQuantiles(Change.Kind.RATIO, one, two, p, random)));
    }

    private boolean isBounded(Evidence evidence, RandomGenerator random) {
      return estimate(evidence, random).filter(estimate -> estimate.high() != null).isPresent();
    }
  }

  /** The mean, for what is paid for every invocation. */
  record Mean(int minValues) implements Statistic {
    @Override
    public Optional<Estimate> estimate(Evidence evidence, RandomGenerator random) {
      return evidence.values(minValues).map(Estimate::ofMean);
    }

    @Override
    public Optional<Change> change(Evidence base, Evidence other, RandomGenerator random) {
      return base.values(minValues)
          .flatMap(one -> other.values(minValues).map(two -> Change.ofMeans(one, two)));
    }
  }

  /** The mean of what is observed once in a round: a single one has no interval. */
  record Few() implements Statistic {
    @Override
    public Optional<Estimate> estimate(Evidence evidence, RandomGenerator random) {
      return evidence
          .values(1)
          .map(
              sample ->
                  sample.size() == 1
                      ? new Estimate(sample.mean(), null, null, 1)
                      : Estimate.ofMean(sample));
    }

    /** Rounds are too few to compare. */
    @Override
    public Optional<Change> change(Evidence base, Evidence other, RandomGenerator random) {
      return Optional.empty();
    }
  }

  /** A share of trials. */
  record Ratio() implements Statistic {
    @Override
    public Optional<Estimate> estimate(Evidence evidence, RandomGenerator random) {
      return evidence.share().map(Estimate::ofShare);
    }

    @Override
    public Optional<Change> change(Evidence base, Evidence other, RandomGenerator random) {
      return base.share().flatMap(one -> other.share().map(two -> Change.ofShares(one, two)));
    }
  }

  /** What lies between two bounds: their middle. */
  record Bracket() implements Statistic {
    @Override
    public Optional<Estimate> estimate(Evidence evidence, RandomGenerator random) {
      return evidence.bounds().map(Bracket::estimate);
    }

    private static Estimate estimate(Evidence.Bounds bounds) {
      var low = bounds.low();
      var high = bounds.high();
      double middle =
          low == null ? Objects.requireNonNull(high) : high == null ? low : (low + high) / 2;
      return new Estimate(middle, low, high, bounds.n());
    }

    /** Two brackets that overlap may hold the same value; there is no interval of their change. */
    @Override
    public Optional<Change> change(Evidence base, Evidence other, RandomGenerator random) {
      return Optional.empty();
    }
  }
}
