package dev.thaw.experiment;

import dev.thaw.load.GeneratorEvent;
import dev.thaw.results.Stretch;

/**
 * Open load on each variant in turn. A warm-up comes first and does not count; cold starts in what
 * follows do, as the cold ratio.
 */
record WarmSteadyLoadProtocol(
    Phase.WarmSteadyLoad phase, Stage stage, TimeLeft timeLeft, RunListener listener)
    implements Protocol {

  @Override
  public void run() {
    for (var variant : stage.experiment().variants()) {
      var warmUp = stage.fire(phase, variant, phase.warmUp(), false, this::tell);
      stage.keep(warmUp, false, Stretch.WARM_UP);
      timeLeft.loadSent(phase.warmUp().duration());
      var fired = stage.fire(phase, variant, phase.arrivals(), false, this::tell);
      stage.keep(fired, true, "");
      timeLeft.loadSent(phase.arrivals().duration());
    }
  }

  private void tell(GeneratorEvent.Progress progress) {
    listener.on(new RunEvent.Loading(progress, timeLeft.left()));
  }
}
