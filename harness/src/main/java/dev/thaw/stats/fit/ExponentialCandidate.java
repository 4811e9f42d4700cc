package dev.thaw.stats.fit;

import dev.thaw.stats.ChiSquare;
import dev.thaw.stats.Estimate;
import dev.thaw.stats.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Exponential: 2 n mean / true mean is chi-square with 2 n degrees of freedom, which bounds it. */
record ExponentialCandidate() implements Candidate {
  @Override
  public Family family() {
    return Family.EXPONENTIAL;
  }

  @Override
  public List<Parameter> parameters(Sample sample) {
    double mean = sample.mean();
    double degrees = 2.0 * sample.size();
    return List.of(
        new Parameter(
            "mean",
            new Estimate(
                mean,
                mean * degrees / ChiSquare.upper(degrees),
                mean * degrees / ChiSquare.lower(degrees),
                sample.size())));
  }

  @Override
  public double aic(Sample sample) {
    return 2 + 2 * sample.size() * (1 + StrictMath.log(sample.mean()));
  }

  @Override
  public double[] logBelow(Sample sample) {
    double mean = sample.mean();
    return Arrays.stream(sample.toArray())
        .map(x -> StrictMath.log(-StrictMath.expm1(-x / mean)))
        .toArray();
  }

  @Override
  public double[] logAbove(Sample sample) {
    double mean = sample.mean();
    return Arrays.stream(sample.toArray()).map(x -> -x / mean).toArray();
  }

  @Override
  public double draw(RandomGenerator random) {
    return -StrictMath.log(1 - random.nextDouble());
  }
}
