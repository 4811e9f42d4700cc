package dev.thaw.model;

/**
 * Execution environments over the whole simulation: means over time of those that were running
 * (init included), idle and provisioned, the greatest number that lived at once, and how they came
 * and went (created = ended + alive).
 */
public record EnvironmentTimes(
    double running,
    double idle,
    double provisioned,
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
