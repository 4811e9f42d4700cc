package dev.thaw.experiment.protocol;

import dev.thaw.experiment.ExperimentException;
import dev.thaw.experiment.Phase;
import dev.thaw.experiment.RunEvent;
import dev.thaw.experiment.RunListener;
import dev.thaw.experiment.Variant;
import dev.thaw.load.BurstArrivals;
import dev.thaw.load.GeneratorEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Forced cold starts. A cycle changes the function's configuration, waits until its revision has
 * changed and the update is through, invokes n times at once, and demands of each invocation the
 * proof that it was cold: an Init or Restore Duration in its REPORT, or a marker that says it was
 * the first of an environment initialised after the request went out. A cycle without the proof is
 * discarded as a whole and repeated. Variants take turns, in the order ABBA, so that drift hits all
 * alike.
 */
final class ForcedColdStartsProtocol implements Protocol {
  /** Beyond that many discarded cycles in a row a variant's cold starts cannot be forced. */
  private static final int MOST_DISCARDED_IN_A_ROW = 5;

  private final Phase.Forcing phase;
  private final Stage stage;
  private final TimeLeft timeLeft;
  private final RunListener listener;
  private final Map<String, Integer> renewals = new HashMap<>();

  ForcedColdStartsProtocol(
      Phase.Forcing phase, Stage stage, TimeLeft timeLeft, RunListener listener) {
    this.phase = phase;
    this.stage = stage;
    this.timeLeft = timeLeft;
    this.listener = listener;
  }

  @Override
  public void run() {
    for (int cycle = 1; cycle <= phase.cycles(); cycle++) {
      for (var variant : stage.experiment().inTurn(cycle)) {
        keepOne(variant, cycle);
      }
    }
  }

  private void keepOne(Variant variant, int cycle) {
    var lastDoubt = "";
    for (int attempt = 0; attempt < MOST_DISCARDED_IN_A_ROW; attempt++) {
      timeLeft.cycleStarts();
      var fired = fire(variant);
      var doubt = doubt(fired);
      stage.keep(fired, doubt.isEmpty(), doubt.orElse(""));
      timeLeft.cycleEnds(doubt.isEmpty());
      tell(fired, doubt.isEmpty() ? cycle : cycle - 1, doubt);
      if (doubt.isEmpty()) {
        return;
      }
      lastDoubt = doubt.orElseThrow();
    }
    throw new ExperimentException(
        "%d cycles in a row of variant '%s' had to be discarded (%s): its cold starts cannot be forced here"
            .formatted(MOST_DISCARDED_IN_A_ROW, variant.name(), lastDoubt));
  }

  private GeneratorEvent.Fired fire(Variant variant) {
    int renewal = renewals.merge(variant.name(), 1, Integer::sum);
    stage.deployment().function(variant.name()).renewEnvironments(renewal);
    return stage.fire(phase, variant, new BurstArrivals(phase.concurrency()), true, seen -> {});
  }

  /** Why this cycle cannot be kept, if so. */
  private static Optional<String> doubt(GeneratorEvent.Fired fired) {
    return fired.requests().stream().flatMap(one -> ColdProof.doubt(one).stream()).findFirst();
  }

  private void tell(GeneratorEvent.Fired fired, int kept, Optional<String> doubt) {
    var latencies =
        fired.requests().stream()
            .mapToDouble(request -> request.timing().latencyMs())
            .sorted()
            .toArray();
    double median = latencies.length == 0 ? Double.NaN : latencies[latencies.length / 2];
    listener.on(
        new RunEvent.CycleEnded(
            fired.phase(),
            fired.variant(),
            kept,
            phase.cycles(),
            median,
            doubt.orElse(null),
            timeLeft.left()));
  }
}
