package dev.thaw.experiment.protocol;

import dev.thaw.experiment.Phase;
import dev.thaw.experiment.RunEvent;
import dev.thaw.experiment.RunListener;
import dev.thaw.experiment.Variant;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.BurstArrivals;
import dev.thaw.load.GeneratorEvent;
import dev.thaw.results.Stretch;

/**
 * Open load in rounds, variants taking turns in the order ABBA. All variants' environments are
 * primed and warmed up first; neither counts. Cold starts in what follows do, as the cold ratio.
 */
record WarmSteadyLoadProtocol(
    Phase.WarmSteadyLoad phase, Stage stage, TimeLeft timeLeft, RunListener listener)
    implements Protocol {

  @Override
  public void run() {
    for (var variant : stage.experiment().variants()) {
      discard(variant, new BurstArrivals(phase.prime()));
      discard(variant, phase.warmUp());
    }
    for (int round = 1; round <= phase.rounds(); round++) {
      for (var variant : stage.experiment().inTurn(round)) {
        keep(variant);
      }
    }
  }

  private void keep(Variant variant) {
    var fired = stage.fire(phase, variant, phase.arrivals(), false, this::tell);
    stage.keep(fired, true, "");
    timeLeft.loadSent(phase.arrivals().duration());
  }

  private void discard(Variant variant, ArrivalProcess arrivals) {
    var fired = stage.fire(phase, variant, arrivals, false, this::tell);
    stage.keep(fired, false, Stretch.WARM_UP);
    timeLeft.loadSent(arrivals.duration());
  }

  private void tell(GeneratorEvent.Progress progress) {
    listener.on(new RunEvent.Loading(progress, timeLeft.left()));
  }
}
