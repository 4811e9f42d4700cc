package dev.thaw.results;

import dev.thaw.stats.Sample;

/** How late requests went out, in ms after their intended time. */
public record Lag(double p50Ms, double p99Ms, double maxMs) {
  static Lag of(Sample lags) {
    return new Lag(lags.median(), lags.quantile(0.99), lags.max());
  }
}
