package dev.thaw.experiment.protocol;

import dev.thaw.experiment.Phase;
import dev.thaw.experiment.RunListener;

/** How a phase is measured. */
public sealed interface Protocol permits ForcedColdStartsProtocol, WarmSteadyLoadProtocol {
  void run();

  /** That of a phase. */
  static Protocol of(Phase phase, Stage stage, TimeLeft timeLeft, RunListener listener) {
    if (phase instanceof Phase.ForcedColdStarts cold) {
      return new ForcedColdStartsProtocol(cold, stage, timeLeft, listener);
    }
    return new WarmSteadyLoadProtocol((Phase.WarmSteadyLoad) phase, stage, timeLeft, listener);
  }
}
