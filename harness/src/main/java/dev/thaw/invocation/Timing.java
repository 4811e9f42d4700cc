package dev.thaw.invocation;

/**
 * A request's three instants in nanoseconds since the epoch: when it should have gone out, when it
 * went out, when it was answered.
 */
public record Timing(long intendedNs, long sentNs, long doneNs) {
  private static final double NS_PER_MS = 1e6;

  /** Latency from the intended time, in ms: what a caller in an open world waits. */
  public double latencyMs() {
    return (doneNs - intendedNs) / NS_PER_MS;
  }

  /** Latency from the sent time, in ms: what the service took. */
  public double serviceMs() {
    return (doneNs - sentNs) / NS_PER_MS;
  }

  /** Generator lag in ms: how late the request went out. */
  public double lagMs() {
    return (sentNs - intendedNs) / NS_PER_MS;
  }
}
