package dev.thaw.experiment.fit;

import org.jspecify.annotations.Nullable;

/**
 * What a run saw of how long idle environments are kept, in seconds: it is interval-censored, for
 * an environment's end shows only when it is missed.
 *
 * @param longestReused the longest that an environment was idle before it served again: it was kept
 *     that long
 * @param shortestMissed the shortest that an environment had been idle when a new one was made in
 *     its place: it was kept no longer, if an idle one is always reused
 * @param reuses how often one served again
 * @param misses how often a new one was made although one had been idle
 */
public record KeepAliveBounds(
    @Nullable Double longestReused, @Nullable Double shortestMissed, long reuses, long misses) {

  /** True when no single time explains both: environments are not all kept alike. */
  public boolean isMixed() {
    return longestReused != null && shortestMissed != null && longestReused > shortestMissed;
  }
}
