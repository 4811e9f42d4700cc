package dev.thaw.model;

/**
 * Execution environments over the whole simulation. Means over time of those on demand that were
 * running (init included) and idle, and of the provisioned ones that were ready and, among those,
 * running. Of those on demand also the greatest number that lived at once, and how they came and
 * went: created = ended + alive, and the mean time from creation to end of those that ended.
 */
public record EnvironmentTimes(
    double running,
    double idle,
    double provisioned,
    double provisionedRunning,
    int most,
    long created,
    long ended,
    long alive,
    double meanLifespanSeconds) {
  /** On-demand environments that lived, on average over time. */
  public double total() {
    return running + idle;
  }
}
