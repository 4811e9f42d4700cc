package dev.thaw.experiment.fit;

import dev.thaw.invocation.Invocation;
import dev.thaw.results.Reported;
import dev.thaw.stats.Sample;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The values that a function's service times are fitted to, and where each was taken from. */
public record TimeSamples(Map<Quantity, Taken> taken) {
  /** Values in ms, and their origin in words. */
  public record Taken(Sample sample, String from) {}

  /** Invocations of one temperature, and where they were found. */
  public record Origin(List<Invocation> invocations, String from) {
    public Origin {
      invocations = List.copyOf(invocations);
    }

    private List<Reported> reported() {
      return Reported.of(invocations.stream()).toList();
    }
  }

  public TimeSamples {
    taken = Collections.unmodifiableMap(new EnumMap<>(taken));
  }

  /**
   * Takes cold starts and warm invocations apart. What is hidden of a cold start is what remains of
   * its client latency after init, duration and the median round trip of the warm ones.
   */
  public static TimeSamples of(Origin cold, Origin warm) {
    var taken = new EnumMap<Quantity, Taken>(Quantity.class);
    var starts = cold.reported().stream().filter(Reported::hasInit).toList();
    var roundTrip = sample(warm.reported(), Reported::outsideMs);
    double median = roundTrip.isEmpty() ? Double.NaN : roundTrip.median();
    var hidden =
        roundTrip.isEmpty() ? Sample.of() : sample(starts, one -> one.outsideMs() - median);
    taken.put(Quantity.HIDDEN, new Taken(hidden, cold.from()));
    taken.put(Quantity.INIT, new Taken(sample(starts, Reported::initMs), cold.from()));
    taken.put(Quantity.COLD_DURATION, new Taken(sample(starts, Reported::durationMs), cold.from()));
    taken.put(
        Quantity.WARM_DURATION,
        new Taken(sample(warm.reported(), Reported::durationMs), warm.from()));
    taken.put(Quantity.ROUND_TRIP, new Taken(roundTrip, warm.from()));
    return new TimeSamples(taken);
  }

  private static Sample sample(List<Reported> from, ToDoubleFunction<Reported> value) {
    return Sample.of(from.stream().mapToDouble(value));
  }

  /** The same with other values of one quantity. */
  public TimeSamples with(Quantity quantity, Taken values) {
    var all = new EnumMap<>(taken);
    all.put(quantity, values);
    return new TimeSamples(all);
  }

  /** The values of a quantity. */
  public Taken of(Quantity quantity) {
    return Optional.ofNullable(taken.get(quantity))
        .orElseThrow(() -> new IllegalArgumentException("nothing was taken for " + quantity));
  }
}
