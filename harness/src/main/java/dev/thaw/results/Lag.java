package dev.thaw.results;

import dev.thaw.stats.Estimate;
import dev.thaw.stats.Sample;
import org.jspecify.annotations.Nullable;

/**
 * How late requests went out, in ms after their intended time.
 *
 * @param p99LowMs the lower bound of the 95 % interval of p99; null where so few requests have none
 */
public record Lag(double p50Ms, double p99Ms, @Nullable Double p99LowMs, double maxMs) {
  static Lag of(Sample lags) {
    var p99 = Estimate.ofQuantile(lags, 0.99);
    return new Lag(lags.median(), p99.value(), p99.low(), lags.max());
  }

  /** Whether p99 is above that, for sure and not by a few requests' chance. */
  boolean isAbove(double boundMs) {
    return p99LowMs != null && p99LowMs > boundMs;
  }
}
