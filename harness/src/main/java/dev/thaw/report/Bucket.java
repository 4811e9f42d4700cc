package dev.thaw.report;

import org.jspecify.annotations.Nullable;

/**
 * What happened in one bucket of time: requests due, requests answered well, and of those due the
 * failed, the throttled and the latency percentiles of the answered.
 */
public record Bucket(
    long offered, long completed, long errors, long throttles, @Nullable Percentiles latency) {

  /** In ms from the intended time. */
  public record Percentiles(int n, double p50, double p90, double p99) {}
}
