package dev.thaw.experiment.fit;

import dev.thaw.invocation.Memory;
import dev.thaw.invocation.Temperature;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import dev.thaw.results.Kept;
import dev.thaw.results.PhaseInfo;
import dev.thaw.results.Protocol;
import dev.thaw.results.RunFolder;
import dev.thaw.results.VariantInfo;
import dev.thaw.stats.fit.Fit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What a run says of one variant: its service times and how long its environments were kept. */
public record VariantFit(
    String variant, Memory memory, Map<Quantity, FittedTime> times, KeepAliveBounds keepAlive) {
  public VariantFit {
    times = Collections.unmodifiableMap(new EnumMap<>(times));
  }

  /** Fits everything that a run has of a variant. */
  static VariantFit of(RunFolder.Contents run, VariantInfo variant) {
    var samples = TimeSamples.of(cold(run, variant.name()), warm(run, variant.name()));
    var times = new EnumMap<Quantity, FittedTime>(Quantity.class);
    for (var quantity : Quantity.values()) {
      // One generator for each: a quantity more or less leaves the others alone.
      long seed = run.info().seed() * 31 + (variant.name() + quantity.wire()).hashCode();
      times.put(quantity, FittedTime.of(samples.of(quantity), new SplittableRandom(seed)));
    }
    return new VariantFit(
        variant.name(), variant.memory(), times, IdleGaps.of(run, variant.name()));
  }

  /** Those that were forced; where there are too few, those that load met. */
  private static TimeSamples.Origin cold(RunFolder.Contents run, String variant) {
    var forced =
        Kept.of(run, variant, Protocol.FORCED_COLD_STARTS).answered(Temperature.COLD).toList();
    if (forced.size() >= Fit.LEAST_VALUES) {
      return new TimeSamples.Origin(forced, "forced cold starts");
    }
    var met =
        Stream.concat(
                run.info().plan().phases().stream()
                    .map(PhaseInfo::name)
                    .flatMap(phase -> Kept.warmUp(run, variant, phase).answered(Temperature.COLD)),
                Kept.of(run, variant, Protocol.WARM_STEADY_LOAD).answered(Temperature.COLD))
            .toList();
    return met.size() > forced.size()
        ? new TimeSamples.Origin(met, "cold starts under load")
        : new TimeSamples.Origin(forced, "forced cold starts");
  }

  /** Those under load; where there are too few, those between forced cold starts. */
  private static TimeSamples.Origin warm(RunFolder.Contents run, String variant) {
    var load = Kept.of(run, variant, Protocol.WARM_STEADY_LOAD).answered(Temperature.WARM).toList();
    var between =
        Kept.of(run, variant, Protocol.FORCED_COLD_STARTS).answered(Temperature.WARM).toList();
    return load.size() >= Fit.LEAST_VALUES || between.size() <= load.size()
        ? new TimeSamples.Origin(load, "load")
        : new TimeSamples.Origin(between, "between cold starts");
  }

  /** The service times, for the model; an error where a part of them had too few values. */
  ServiceTimes serviceTimes() {
    return new ServiceTimes(
        distribution(Quantity.HIDDEN),
        distribution(Quantity.INIT),
        distribution(Quantity.COLD_DURATION),
        distribution(Quantity.WARM_DURATION),
        distribution(Quantity.ROUND_TRIP));
  }

  /** One of them; too few values are an {@link IllegalArgumentException}. */
  public Distribution distribution(Quantity quantity) {
    var fitted = times.get(quantity);
    if (fitted == null || fitted.distribution().isEmpty()) {
      throw new IllegalArgumentException(
          "variant '%s' has no %s: too few values (%d, %d are needed); run it again for longer"
              .formatted(
                  variant, quantity.label(), fitted == null ? 0 : fitted.n(), Fit.LEAST_VALUES));
    }
    return fitted.distribution().orElseThrow();
  }
}
