package dev.thaw.results;

/** How far a run got; anything but COMPLETE leaves a partial run, which can still be read. */
public enum RunStatus {
  RUNNING,
  COMPLETE,
  /** Stopped by whoever started it. */
  INTERRUPTED,
  /** Stopped by an error. */
  FAILED
}
