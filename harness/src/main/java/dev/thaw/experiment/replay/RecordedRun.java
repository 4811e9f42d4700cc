package dev.thaw.experiment.replay;

import dev.thaw.experiment.ModelInputException;
import dev.thaw.experiment.fit.FitFile;
import dev.thaw.invocation.Invocation;
import dev.thaw.load.TraceArrivals;
import dev.thaw.load.trace.TraceExtract;
import dev.thaw.load.trace.TracedArrivals;
import dev.thaw.model.Concurrency;
import dev.thaw.model.Load;
import dev.thaw.model.SimulatedFunction;
import dev.thaw.results.Kept;
import dev.thaw.results.PhaseInfo;
import dev.thaw.results.Protocol;
import dev.thaw.results.RunFolder;
import dev.thaw.results.VariantInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The load that a run of Thaw recorded, whichever generator sent it, with the service times that
 * were fitted to it. A function is {@code phase/variant}. What does not count in the run is sent,
 * for it makes the environments, and does not count here either. Forced cold starts are left out:
 * what ended environments there was the run itself.
 */
final class RecordedRun implements Recording {
  private static final String COUNTED =
      "load; warm-ups and discarded stretches are sent and do not count, forced cold starts are"
          + " left out";

  private final RunFolder.Contents run;
  private final ReplaySettings settings;
  private final RunTimes times;
  private final List<Place> places;
  private final long startNs;
  private final Duration duration;

  /** One variant under the load of one phase: what counts, and what does not. */
  private record Place(PhaseInfo phase, VariantInfo variant, Kept kept, Kept left) {
    String name() {
      return phase.name() + "/" + variant.name();
    }

    Stream<Long> instants() {
      return Stream.of(kept, left)
          .flatMap(some -> some.invocations().stream())
          .map(RecordedRun::intendedNs);
    }
  }

  /**
   * Takes the load of a run.
   *
   * @param function a phase, or {@code phase/variant}; empty for all
   */
  RecordedRun(
      RunFolder.Contents run, FitFile fit, Optional<String> function, ReplaySettings settings) {
    this.run = run;
    this.settings = settings;
    this.times = new RunTimes(fit, settings);
    this.places = places(function);
    var all = places.stream().flatMap(Place::instants).mapToLong(ns -> ns).summaryStatistics();
    this.startNs = all.getMin();
    this.duration = Duration.ofNanos(all.getMax() - all.getMin());
  }

  private List<Place> places(Optional<String> function) {
    var all =
        run.info().plan().phases().stream()
            .filter(phase -> phase.protocol() == Protocol.WARM_STEADY_LOAD)
            .flatMap(phase -> run.info().plan().variants().stream().map(one -> place(phase, one)))
            .filter(place -> !place.kept().invocations().isEmpty())
            .toList();
    if (all.isEmpty()) {
      throw new ModelInputException(
          "run %s has no load that counts; of forced cold starts thaw predict EXPERIMENT --times RUN says what the model expects"
              .formatted(run.info().id()));
    }
    var some =
        all.stream()
            .filter(
                place ->
                    function.map(name -> (place.name() + "/").startsWith(name + "/")).orElse(true))
            .toList();
    if (some.isEmpty()) {
      throw new ModelInputException(
          "run %s has no load on '%s'; it has %s"
              .formatted(
                  run.info().id(),
                  function.orElse(""),
                  all.stream().map(Place::name).collect(Collectors.joining(", "))));
    }
    return some;
  }

  private Place place(PhaseInfo phase, VariantInfo variant) {
    return new Place(
        phase,
        variant,
        Kept.of(run, variant.name(), phase.name()),
        Kept.left(run, variant.name(), phase.name()));
  }

  @Override
  public String name() {
    return "run " + run.info().id();
  }

  @Override
  public String counted() {
    return COUNTED;
  }

  @Override
  public Duration duration() {
    return duration;
  }

  @Override
  public Words words() {
    return times.words();
  }

  /** When requests were meant to go out is known: nothing is drawn. */
  @Override
  public List<SimulatedFunction> functions(long seed) {
    return places.stream().map(this::function).toList();
  }

  private SimulatedFunction function(Place place) {
    var memory = settings.memoryOr(place.variant().memory());
    return new SimulatedFunction(
        place.name(),
        memory,
        times.of(place.variant(), memory),
        null,
        settings.limits().retention(),
        Concurrency.ON_DEMAND,
        Stream.of(load(place, place.left(), false), load(place, place.kept(), true))
            .flatMap(Optional::stream)
            .toList());
  }

  private Optional<Load> load(Place place, Kept some, boolean isCounted) {
    if (some.invocations().isEmpty()) {
      return Optional.empty();
    }
    var instants =
        some.invocations().stream()
            .mapToLong(RecordedRun::intendedNs)
            .map(ns -> ns - startNs)
            .sorted()
            .toArray();
    var extract = TraceExtract.of(run.folder().path()).function(place.name());
    var arrivals = new TraceArrivals(extract, new TracedArrivals.Instants(instants), duration);
    return Optional.of(new Load.Sync(arrivals, Duration.ZERO, 0, isCounted));
  }

  private static long intendedNs(Invocation invocation) {
    return invocation.request().timing().intendedNs();
  }
}
