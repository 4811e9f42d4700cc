package dev.thaw.experiment.protocol;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.Phase;
import dev.thaw.experiment.StretchSeed;
import dev.thaw.experiment.Variant;
import dev.thaw.experiment.generator.Generator;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.GeneratorEvent;
import dev.thaw.load.GeneratorOrder;
import dev.thaw.results.Stretch;
import dev.thaw.target.Deployment;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a protocol works with: the deployed variants, the generator, and where its doings are told.
 */
public final class Stage {
  /** Room for a cold start's init on top of the function's timeout. */
  private static final long INIT_ROOM_MS = 20_000;

  private final Experiment experiment;
  private final Deployment deployment;
  private final Generator generator;
  private final long seed;
  private final Consumer<Stretch> stretches;
  private final Map<String, Long> nextIndex = new HashMap<>();

  /** Where stretches go is told each of them as it ends. */
  public Stage(
      Experiment experiment,
      Deployment deployment,
      Generator generator,
      long seed,
      Consumer<Stretch> stretches) {
    this.experiment = experiment;
    this.deployment = deployment;
    this.generator = generator;
    this.seed = seed;
    this.stretches = stretches;
  }

  Experiment experiment() {
    return experiment;
  }

  Deployment deployment() {
    return deployment;
  }

  /** Sends one stretch of load to a variant and waits for its end. */
  GeneratorEvent.Fired fire(
      Phase phase,
      Variant variant,
      ArrivalProcess arrivals,
      boolean echo,
      Consumer<GeneratorEvent.Progress> progress) {
    var key = phase.name() + '/' + variant.name();
    long first = nextIndex.getOrDefault(key, 0L);
    var fired =
        generator.fire(
            new GeneratorOrder.Fire(
                phase.name(),
                variant.name(),
                deployment.route(variant.name(), phase.route()),
                experiment.payload(),
                arrivals,
                StretchSeed.of(seed, phase.name(), variant.name(), first),
                first,
                0,
                variant.function().timeout().toMillis() + INIT_ROOM_MS,
                echo),
            progress);
    nextIndex.put(key, first + fired.planned());
    return fired;
  }

  /** Says whether the stretch that just ended counts. */
  void keep(GeneratorEvent.Fired fired, boolean isKept, String reason) {
    var key = fired.phase() + '/' + fired.variant();
    long end = nextIndex.getOrDefault(key, 0L);
    stretches.accept(
        new Stretch(
            fired.phase(),
            fired.variant(),
            end - fired.planned(),
            fired.planned(),
            isKept,
            isKept ? null : reason));
  }
}
