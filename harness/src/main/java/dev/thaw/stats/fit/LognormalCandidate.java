package dev.thaw.stats.fit;

import dev.thaw.stats.ChiSquare;
import dev.thaw.stats.Estimate;
import dev.thaw.stats.Normal;
import dev.thaw.stats.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Lognormal: mean and variance of the logarithms, bounded by Student's t and by chi-square. */
record LognormalCandidate() implements Candidate {
  private static final double LOG_2_PI = StrictMath.log(2 * Math.PI);

  @Override
  public Family family() {
    return Family.LOGNORMAL;
  }

  private static Sample logarithms(Sample sample) {
    return Sample.of(Arrays.stream(sample.toArray()).map(StrictMath::log));
  }

  @Override
  public List<Parameter> parameters(Sample sample) {
    var logs = logarithms(sample);
    var mean = Estimate.ofMean(logs);
    double median = StrictMath.exp(mean.value());
    // The interval of a mean is symmetric.
    double factor = StrictMath.exp(Math.abs(bound(mean) - mean.value()));
    double sigma = Math.sqrt(logs.variance());
    double degrees = sample.size() - 1.0;
    return List.of(
        new Parameter(
            "median", new Estimate(median, median / factor, median * factor, sample.size())),
        new Parameter(
            "sigma",
            new Estimate(
                sigma,
                sigma * Math.sqrt(degrees / ChiSquare.upper(degrees)),
                sigma * Math.sqrt(degrees / ChiSquare.lower(degrees)),
                sample.size())));
  }

  private static double bound(Estimate mean) {
    return mean.high() == null ? mean.value() : mean.high();
  }

  @Override
  public double aic(Sample sample) {
    var logs = logarithms(sample);
    int n = sample.size();
    double variance = logs.variance() * (n - 1) / n;
    double logLikelihood = -n * (logs.mean() + (LOG_2_PI + StrictMath.log(variance) + 1) / 2);
    return 4 - 2 * logLikelihood;
  }

  @Override
  public double[] logBelow(Sample sample) {
    return logCdf(sample, 1);
  }

  @Override
  public double[] logAbove(Sample sample) {
    return logCdf(sample, -1);
  }

  private static double[] logCdf(Sample sample, int side) {
    var logs = logarithms(sample);
    double mean = logs.mean();
    double sigma = Math.sqrt(logs.variance());
    return Arrays.stream(logs.toArray())
        .map(x -> StrictMath.log(Normal.cdf(side * (x - mean) / sigma)))
        .toArray();
  }

  @Override
  public double draw(RandomGenerator random) {
    return StrictMath.exp(random.nextGaussian());
  }
}
