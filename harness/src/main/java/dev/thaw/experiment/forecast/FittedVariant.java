package dev.thaw.experiment.forecast;

import dev.thaw.experiment.Variant;
import dev.thaw.experiment.fit.FittedTime;
import dev.thaw.experiment.fit.Quantity;
import dev.thaw.experiment.fit.TimeSamples;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import dev.thaw.results.Forecast;
import dev.thaw.stats.Sample;
import dev.thaw.stats.fit.Family;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A variant whose times were given or fitted; those can be fitted again to resamples.
 *
 * @param environments how many its load will find ready, as its warm-up showed
 */
record FittedVariant(
    Variant variant,
    GivenTimes given,
    TimeSamples samples,
    Map<Quantity, FittedTime> fitted,
    int environments) {
  private static final int LONGEST_WORDS = 80;

  static FittedVariant of(Variant variant, ForecastSources.Found found, RandomGenerator random) {
    var fitted = new EnumMap<Quantity, FittedTime>(Quantity.class);
    for (var quantity : Quantity.values()) {
      if (!found.given().has(quantity)) {
        fitted.put(quantity, FittedTime.of(found.samples().of(quantity), random));
      }
    }
    return new FittedVariant(variant, found.given(), found.samples(), fitted, found.environments());
  }

  /** What each time was taken for, and from what. */
  List<Forecast.Source> sources() {
    return Stream.of(Quantity.values()).map(this::source).toList();
  }

  private Forecast.Source source(Quantity quantity) {
    var stated = given.times().get(quantity);
    if (stated == null) {
      var time = fitted(quantity);
      return new Forecast.Source(quantity.label(), time.words(), time.from(), time.n());
    }
    var words = stated.toString();
    return new Forecast.Source(
        quantity.label(),
        words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…",
        given.from(),
        0);
  }

  /** The times as another sample of the same size might have had them: a bootstrap resample. */
  ServiceTimes drawn(RandomGenerator random) {
    return times(quantity -> resampled(quantity, random));
  }

  private static ServiceTimes times(Function<Quantity, Distribution> times) {
    return new ServiceTimes(
        times.apply(Quantity.HIDDEN),
        times.apply(Quantity.INIT),
        times.apply(Quantity.COLD_DURATION),
        times.apply(Quantity.WARM_DURATION),
        times.apply(Quantity.ROUND_TRIP));
  }

  private Distribution resampled(Quantity quantity, RandomGenerator random) {
    var stated = given.times().get(quantity);
    return stated == null ? fittedToResample(quantity, random) : stated;
  }

  private Distribution fittedToResample(Quantity quantity, RandomGenerator random) {
    var sample = samples.of(quantity).sample();
    var resample = Sample.of(random.ints(sample.size(), 0, sample.size()).mapToDouble(sample::at));
    var family = fitted(quantity).family();
    if (family == null) {
      throw new IllegalStateException("no family was fitted to " + quantity.label());
    }
    // A resample of equal values has no variance to fit.
    return FittedTime.distribution(
        resample.min() == resample.max() ? Family.CONSTANT : family, resample);
  }

  private FittedTime fitted(Quantity quantity) {
    var found = fitted.get(quantity);
    if (found == null) {
      throw new IllegalStateException("nothing was fitted to " + quantity.label());
    }
    return found;
  }
}
