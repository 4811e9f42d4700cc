package dev.thaw.experiment;

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

/** A variant whose times were fitted, and can be fitted again to resamples of the same values. */
record FittedVariant(Variant variant, TimeSamples samples, Map<Quantity, FittedTime> fitted) {

  static FittedVariant of(Variant variant, TimeSamples samples, RandomGenerator random) {
    var fitted = new EnumMap<Quantity, FittedTime>(Quantity.class);
    for (var quantity : Quantity.values()) {
      fitted.put(quantity, FittedTime.of(samples.of(quantity), random));
    }
    return new FittedVariant(variant, samples, fitted);
  }

  /** What each time was taken for, and from what. */
  List<Forecast.Source> sources() {
    return Stream.of(Quantity.values())
        .map(quantity -> Map.entry(quantity, fitted(quantity)))
        .map(
            one ->
                new Forecast.Source(
                    one.getKey().label(),
                    one.getValue().words(),
                    one.getValue().from(),
                    one.getValue().n()))
        .toList();
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
