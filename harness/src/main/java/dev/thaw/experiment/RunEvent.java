package dev.thaw.experiment;

import dev.thaw.load.GeneratorEvent;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a run is doing, for whoever shows it. */
public sealed interface RunEvent {

  /** The run's folder exists; roughly so long will it take. */
  record Started(Experiment experiment, Path folder, Duration estimate) implements RunEvent {}

  /** A variant's function is being deployed, the number-th of so many. */
  record Deploying(String variant, int number, int of) implements RunEvent {}

  /** The load generator, or a target that is part of this process, is burning in. */
  record BurningIn(String what, int requests) implements RunEvent {}

  /** A phase begins. */
  record PhaseStarted(Phase phase) implements RunEvent {}

  /**
   * A forced-cold-start cycle ended: kept, or discarded for a reason; the median latency in ms that
   * its callers saw.
   */
  record CycleEnded(
      String phase,
      String variant,
      int kept,
      int wanted,
      double latencyMs,
      @Nullable String discarded,
      Duration left)
      implements RunEvent {}

  /** Where a stretch of load stands. */
  record Loading(GeneratorEvent.Progress progress, Duration left) implements RunEvent {}

  /** A variant is left idle for so much platform time. */
  record Idling(String phase, String variant, Duration gap, Duration left) implements RunEvent {}

  /** Platform records found so far. */
  record Collecting(int found, int expected) implements RunEvent {}

  /** All is measured; the model predicts a phase, the number-th of so many. */
  record Predicting(String phase, int number, int of) implements RunEvent {}
}
