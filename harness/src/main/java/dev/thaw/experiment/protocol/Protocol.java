package dev.thaw.experiment.protocol;

import dev.thaw.experiment.Phase;
import dev.thaw.experiment.RunListener;

/** How a phase is measured. */
public sealed interface Protocol
    permits ForcedColdStartsProtocol, WarmSteadyLoadProtocol, OpenLoadProtocol, IdleGapsProtocol {
  void run();

  /** That of a phase. */
  static Protocol of(Phase phase, Stage stage, TimeLeft timeLeft, RunListener listener) {
    if (phase instanceof Phase.Forcing forcing) {
      return new ForcedColdStartsProtocol(forcing, stage, timeLeft, listener);
    } else if (phase instanceof Phase.OpenLoad open) {
      return new OpenLoadProtocol(open, stage, timeLeft, listener);
    } else if (phase instanceof Phase.IdleGaps idle) {
      return new IdleGapsProtocol(idle, stage, timeLeft, listener);
    }
    return new WarmSteadyLoadProtocol((Phase.WarmSteadyLoad) phase, stage, timeLeft, listener);
  }
}
