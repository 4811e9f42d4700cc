package dev.thaw.results;

/**
 * One stretch of the plan: how it measures, its arrivals as the experiment file writes them, and
 * whether throttles are what it is looking for (elsewhere they spoil the measurement).
 */
public record PhaseInfo(String name, Protocol protocol, String arrivals, boolean expectsThrottles) {
  /** A phase of that protocol; where everything counts throttles are expected, too. */
  public static PhaseInfo of(String name, Protocol protocol, String arrivals) {
    return new PhaseInfo(name, protocol, arrivals, protocol == Protocol.OPEN_LOAD);
  }
}
