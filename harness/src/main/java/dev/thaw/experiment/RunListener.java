package dev.thaw.experiment;

/** Hears what a run is doing; called on the run's own thread. */
@FunctionalInterface
public interface RunListener {
  void on(RunEvent event);
}
