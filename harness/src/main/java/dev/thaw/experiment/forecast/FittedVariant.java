package dev.thaw.experiment.forecast;

import dev.thaw.experiment.Variant;
import dev.thaw.experiment.fit.Quantity;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import dev.thaw.results.Forecast;
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
    Map<Quantity, Refitted> fitted,
    Map<Way, Refitted> ways,
    int environments) {
  private static final int LONGEST_WORDS = 80;

  static FittedVariant of(Variant variant, ForecastSources.Found found, RandomGenerator random) {
    var fitted = new EnumMap<Quantity, Refitted>(Quantity.class);
    for (var quantity : Quantity.values()) {
      if (!found.given().has(quantity)) {
        fitted.put(quantity, Refitted.of(found.samples().of(quantity), random));
      }
    }
    var ways = new EnumMap<Way, Refitted>(Way.class);
    found.ways().forEach((way, taken) -> ways.put(way, Refitted.of(taken, random)));
    return new FittedVariant(variant, found.given(), fitted, ways, found.environments());
  }

  /** What each time was taken for, and from what. */
  List<Forecast.Source> sources() {
    return Stream.concat(
            Stream.of(Quantity.values()).map(this::source),
            ways.entrySet().stream().map(way -> way.getValue().source(way.getKey().label())))
        .toList();
  }

  private Forecast.Source source(Quantity quantity) {
    var stated = given.times().get(quantity);
    if (stated == null) {
      return fitted(quantity).source(quantity.label());
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
    return stated == null ? fitted(quantity).drawn(random) : stated;
  }

  /** The same of the ways of events that nobody waits for. */
  Map<Way, Distribution> drawnWays(RandomGenerator random) {
    var drawn = new EnumMap<Way, Distribution>(Way.class);
    ways.forEach((way, fit) -> drawn.put(way, fit.drawn(random)));
    return drawn;
  }

  private Refitted fitted(Quantity quantity) {
    var found = fitted.get(quantity);
    if (found == null) {
      throw new IllegalStateException("nothing was fitted to " + quantity.label());
    }
    return found;
  }
}
