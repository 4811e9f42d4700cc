package dev.thaw.experiment.forecast;

import dev.thaw.experiment.fit.FittedTime;
import dev.thaw.experiment.fit.TimeSamples;
import dev.thaw.load.Distribution;
import dev.thaw.results.Forecast;
import dev.thaw.stats.Sample;
import dev.thaw.stats.fit.Family;
import java.util.random.RandomGenerator;

/** A distribution fitted to values that can be fitted again to resamples of them. */
record Refitted(Sample sample, FittedTime fitted) {
  static Refitted of(TimeSamples.Taken taken, RandomGenerator random) {
    return new Refitted(taken.sample(), FittedTime.of(taken, random));
  }

  Forecast.Source source(String label) {
    return new Forecast.Source(label, fitted.words(), fitted.from(), fitted.n());
  }

  /** As another sample of the same size might have had it: of a bootstrap resample. */
  Distribution drawn(RandomGenerator random) {
    var family = fitted.family();
    if (family == null) {
      throw new IllegalStateException("no family was fitted to " + fitted.from());
    }
    var resample = Sample.of(random.ints(sample.size(), 0, sample.size()).mapToDouble(sample::at));
    // A resample of equal values has no variance to fit.
    return FittedTime.distribution(
        resample.min() == resample.max() ? Family.CONSTANT : family, resample);
  }
}
