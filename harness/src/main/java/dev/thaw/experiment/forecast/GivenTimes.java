package dev.thaw.experiment.forecast;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.Variant;
import dev.thaw.experiment.fit.Quantity;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The times that the experiment's {@code model:} section gives, which no run needs to be asked. */
record GivenTimes(Map<Quantity, Distribution> times, String from) {
  private static final String STATED = "the experiment file";

  GivenTimes {
    times = Collections.unmodifiableMap(new EnumMap<>(times));
  }

  /** All of them where a preset is named, else those that are stated one by one. */
  static GivenTimes of(Experiment experiment, Variant variant) {
    var times = new EnumMap<Quantity, Distribution>(Quantity.class);
    if (variant.model().times() != null) {
      var chosen = TimesChoice.of(experiment, variant);
      addAll(times, chosen.times());
      return new GivenTimes(times, chosen.source());
    }
    var parts = variant.model().parts();
    add(times, Quantity.HIDDEN, parts.hidden());
    add(times, Quantity.INIT, parts.init());
    add(times, Quantity.COLD_DURATION, parts.cold());
    add(times, Quantity.WARM_DURATION, parts.warm());
    add(times, Quantity.ROUND_TRIP, parts.roundTrip());
    return new GivenTimes(times, STATED);
  }

  private static void addAll(Map<Quantity, Distribution> times, ServiceTimes all) {
    add(times, Quantity.HIDDEN, all.hidden());
    add(times, Quantity.INIT, all.init());
    add(times, Quantity.COLD_DURATION, all.coldDuration());
    add(times, Quantity.WARM_DURATION, all.warmDuration());
    add(times, Quantity.ROUND_TRIP, all.roundTrip());
  }

  private static void add(
      Map<Quantity, Distribution> times, Quantity quantity, @Nullable Distribution given) {
    if (given != null) {
      times.put(quantity, given);
    }
  }

  boolean has(Quantity quantity) {
    return times.containsKey(quantity);
  }
}
