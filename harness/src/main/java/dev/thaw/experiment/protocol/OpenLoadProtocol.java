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
 * Open load of which everything counts, cold starts and throttles, too; in rounds, variants taking
 * turns in the order ABBA. Primed and warmed up is what the phase says, if anything.
 */
record OpenLoadProtocol(Phase.OpenLoad phase, Stage stage, TimeLeft timeLeft, RunListener listener)
    implements Protocol {

  @Override
  public void run() {
    for (int round = 1; round <= phase.rounds(); round++) {
      for (var variant : stage.experiment().inTurn(round)) {
        if (round == 1) {
          prepare(variant);
        }
        stage.keep(fire(variant, phase.arrivals()), true, "");
      }
    }
  }

  /** Right before its load, so that what was made ready is still there. */
  private void prepare(Variant variant) {
    if (phase.prime() > 0) {
      stage.keep(fire(variant, new BurstArrivals(phase.prime())), false, Stretch.WARM_UP);
    }
    for (var warmUp : phase.warmUp()) {
      stage.keep(fire(variant, warmUp), false, Stretch.WARM_UP);
    }
  }

  private GeneratorEvent.Fired fire(Variant variant, ArrivalProcess arrivals) {
    var fired = stage.fire(phase, variant, arrivals, false, this::tell);
    timeLeft.loadSent(arrivals.duration());
    return fired;
  }

  private void tell(GeneratorEvent.Progress progress) {
    listener.on(new RunEvent.Loading(progress, timeLeft.left()));
  }
}
