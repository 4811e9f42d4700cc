package dev.thaw.experiment.forecast;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.Phase;
import dev.thaw.experiment.Variant;
import dev.thaw.experiment.fit.Quantity;
import dev.thaw.experiment.fit.TimeSamples;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Temperature;
import dev.thaw.results.Kept;
import dev.thaw.results.Protocol;
import dev.thaw.results.RunFolder;
import dev.thaw.stats.fit.Fit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the model may know of a variant when it predicts a phase: what the experiment file gives,
 * and else what was measured elsewhere, never that phase's own figures. Load is predicted from its
 * warm-up and from forced cold starts (without those, from the cold starts of warm-ups); forced
 * cold starts from the cold starts of warm-ups. Round trips are told by phases whose callers wait
 * for the function alone. While code is still being compiled and environments are still being made,
 * warm invocations take longer: of a warm-up the latter half tells of them.
 */
record ForecastSources(Experiment experiment, RunFolder.Contents run) {

  /** Of fewer values than this the first half is not left out. */
  private static final int LEAST_OF_HALF = 20;

  /**
   * What is given, values for the rest, or why there are too few of those.
   *
   * @param environments how many its warm-up left it with, for the load to find
   */
  record Found(
      GivenTimes given,
      TimeSamples samples,
      Map<Way, TimeSamples.Taken> ways,
      int environments,
      Optional<String> doubt) {}

  Found of(Phase phase, Variant variant) {
    var events =
        new EventSources(
            phase.route(),
            WarmTime.isSample(variant),
            warm(variant.name(), List.of(phase), "its warm-up"));
    var samples =
        events.over(TimeSamples.of(cold(phase, variant.name()), warm(phase, variant.name())));
    var given = GivenTimes.of(experiment, variant);
    return new Found(
        given,
        samples,
        events.ways(),
        environments(phase, variant.name()),
        Stream.of(Quantity.values())
            .filter(quantity -> !given.has(quantity))
            .filter(quantity -> samples.of(quantity).sample().size() < Fit.LEAST_VALUES)
            .findFirst()
            .map(quantity -> doubt(quantity, samples.of(quantity))));
  }

  private static String doubt(Quantity quantity, TimeSamples.Taken taken) {
    return "its %s would come from %s, and there are %d of the %d values it takes"
        .formatted(quantity.label(), taken.from(), taken.sample().size(), Fit.LEAST_VALUES);
  }

  /** Forced one by one if there are any; else what primed the load, else what others met. */
  private TimeSamples.Origin cold(Phase phase, String variant) {
    var forced =
        Kept.of(run, variant, Protocol.FORCED_COLD_STARTS).answered(Temperature.COLD).toList();
    if (!(phase instanceof Phase.ForcedColdStarts) && !forced.isEmpty()) {
      return new TimeSamples.Origin(forced, "forced cold starts");
    }
    return enough(
        List.of(
            () ->
                new TimeSamples.Origin(
                    warmUps(variant, awaited(), Temperature.COLD), "cold starts of warm-ups"),
            () -> elsewhere(phase, alone(phase), variant, Temperature.COLD),
            () -> elsewhere(phase, awaited(), variant, Temperature.COLD),
            () ->
                new TimeSamples.Origin(
                    alike(variant).stream()
                        .flatMap(one -> warmUps(one, awaited(), Temperature.COLD).stream())
                        .toList(),
                    "cold starts of other variants' warm-ups")));
  }

  private TimeSamples.Origin warm(Phase phase, String variant) {
    if (phase instanceof Phase.Forcing) {
      return enough(
          List.of(
              () -> warm(variant, awaited(), "warm-ups"),
              () -> elsewhere(phase, awaited(), variant, Temperature.WARM)));
    }
    return enough(
        List.of(
            () -> warm(variant, awaited(phase), "its warm-up"),
            () -> warm(variant, awaited(), "warm-ups"),
            () -> elsewhere(phase, awaited(), variant, Temperature.WARM)));
  }

  private TimeSamples.Origin warm(String variant, List<Phase> phases, String words) {
    var halves = phases.stream().flatMap(one -> latterHalf(one, variant)).toList();
    return halves.size() >= LEAST_OF_HALF
        ? new TimeSamples.Origin(halves, "the latter half of " + words)
        : new TimeSamples.Origin(warmUps(variant, phases, Temperature.WARM), words);
  }

  /** Phases whose callers wait for the function. */
  private List<Phase> awaited() {
    return experiment.phases().stream().filter(phase -> phase.route().isAwaited()).toList();
  }

  private static List<Phase> awaited(Phase phase) {
    return phase.route().isAwaited() ? List.of(phase) : List.of();
  }

  /** The first that has enough values; the first of all if none has. */
  private static TimeSamples.Origin enough(List<Supplier<TimeSamples.Origin>> origins) {
    return origins.stream()
        .map(Supplier::get)
        .filter(origin -> origin.invocations().size() >= Fit.LEAST_VALUES)
        .findFirst()
        .orElseGet(origins.get(0));
  }

  /** Those in which one environment starts at a time; all, for a phase in which several do. */
  private List<Phase> alone(Phase phase) {
    return startsSeveral(phase)
        ? awaited()
        : awaited().stream().filter(one -> !startsSeveral(one)).toList();
  }

  private static boolean startsSeveral(Phase phase) {
    return phase instanceof Phase.Forcing forcing && forcing.concurrency() > 1;
  }

  /** What counts in others of these phases. */
  private TimeSamples.Origin elsewhere(
      Phase phase, List<Phase> phases, String variant, Temperature temperature) {
    var others = phases.stream().filter(one -> !one.equals(phase)).toList();
    return new TimeSamples.Origin(
        others.stream()
            .flatMap(one -> Kept.of(run, variant, one.name()).answered(temperature))
            .toList(),
        others.stream().map(Phase::name).collect(Collectors.joining(", ")));
  }

  /** Other variants that are the same function. */
  private List<String> alike(String variant) {
    return experiment.variants().stream()
        .filter(one -> !one.name().equals(variant))
        .filter(one -> isSameFunction(one, variant))
        .map(Variant::name)
        .toList();
  }

  private boolean isSameFunction(Variant one, String variant) {
    return experiment.variants().stream()
        .filter(other -> other.name().equals(variant))
        .anyMatch(other -> other.function().isSameCode(one.function()));
  }

  private Stream<Invocation> latterHalf(Phase phase, String variant) {
    var inOrder =
        warmUps(variant, List.of(phase), Temperature.WARM).stream()
            .sorted(Comparator.comparingLong(one -> one.request().timing().intendedNs()))
            .toList();
    return inOrder.stream().skip(inOrder.size() / 2);
  }

  /** Those that served in the warm-up. */
  private int environments(Phase phase, String variant) {
    return (int)
        Kept.warmUp(run, variant, phase.name()).invocations().stream()
            .flatMap(one -> one.environment().stream())
            .distinct()
            .count();
  }

  private List<Invocation> warmUps(String variant, List<Phase> phases, Temperature temperature) {
    return phases.stream()
        .flatMap(phase -> Kept.warmUp(run, variant, phase.name()).answered(temperature))
        .toList();
  }
}
