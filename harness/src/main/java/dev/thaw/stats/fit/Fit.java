package dev.thaw.stats.fit;

import dev.thaw.stats.Estimate;
import dev.thaw.stats.Sample;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a sample was taken for: of the families that fit it (Anderson and Darling, p at least 0.05)
 * the one that Akaike's criterion prefers, or the sample itself where none fits.
 *
 * @param trials the families that were tried, the preferred one first
 */
public record Fit(Family family, Sample sample, List<Parameter> parameters, List<Trial> trials) {
  /** With fewer values nothing is fitted. */
  public static final int LEAST_VALUES = 5;

  /** With fewer values the test can hardly speak against any family. */
  public static final int FEW_VALUES = 20;

  private static final List<Candidate> CANDIDATES =
      List.of(new LognormalCandidate(), new ExponentialCandidate());

  public Fit {
    parameters = List.copyOf(parameters);
    trials = List.copyOf(trials);
  }

  /** The fit of a sample; none where there are too few values. */
  public static Optional<Fit> of(Sample sample, RandomGenerator random) {
    if (sample.size() < LEAST_VALUES) {
      return Optional.empty();
    }
    if (sample.min() == sample.max()) {
      return Optional.of(constant(sample));
    }
    if (sample.min() <= 0) {
      return Optional.of(empirical(sample, List.of(), random));
    }
    var trials =
        CANDIDATES.stream()
            .map(candidate -> AndersonDarling.of(candidate, sample, random))
            .sorted(Comparator.comparingDouble(Trial::aic))
            .toList();
    return Optional.of(
        trials.stream()
            .filter(Trial::holds)
            .findFirst()
            .map(best -> new Fit(best.family(), sample, parameters(best.family(), sample), trials))
            .orElseGet(() -> empirical(sample, trials, random)));
  }

  /** The same family's parameters for another sample, as a bootstrap fits it again. */
  public static List<Parameter> parameters(Family family, Sample sample) {
    return CANDIDATES.stream()
        .filter(candidate -> candidate.family() == family)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(family + " has no fitted parameters"))
        .parameters(sample);
  }

  private static Fit constant(Sample sample) {
    double value = sample.min();
    var estimate = new Estimate(value, value, value, sample.size());
    return new Fit(Family.CONSTANT, sample, List.of(new Parameter("value", estimate)), List.of());
  }

  private static Fit empirical(Sample sample, List<Trial> trials, RandomGenerator random) {
    return new Fit(
        Family.EMPIRICAL,
        sample,
        List.of(
            new Parameter("median", Estimate.ofMedian(sample, random)),
            new Parameter("mean", Estimate.ofMean(sample))),
        trials);
  }
}
