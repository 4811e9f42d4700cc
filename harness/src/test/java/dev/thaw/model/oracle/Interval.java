package dev.thaw.model.oracle;

/**
 * Arrivals at one distance, all invocations taking the same time and environments kept for a fixed
 * one: how many environments there ever are, if the load is long.
 */
public record Interval(double distance, double service, double keepAlive) {

  /** Whether every arrival is a cold start, the last environment being gone by then. */
  public boolean isAlwaysCold() {
    return distance > service + keepAlive;
  }

  /** Environments that take turns, and the number of cold starts; only if not always cold. */
  public int environments() {
    return distance > service ? 1 : (int) Math.ceil(service / distance);
  }
}
