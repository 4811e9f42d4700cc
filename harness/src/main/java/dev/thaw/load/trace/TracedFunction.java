package dev.thaw.load.trace;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One function of a trace.
 *
 * @param name parts of it are joined with slashes: {@code owner/app/function}, {@code app/function}
 * @param memoryMb what its application took on average, where the trace says so
 */
public record TracedFunction(
    String name,
    TracedArrivals arrivals,
    Optional<TracedDurations> durations,
    OptionalDouble memoryMb) {

  /** Its invocations from one instant up to another, which count from there. */
  TracedFunction between(long fromNs, long endNs) {
    return new TracedFunction(name, arrivals.between(fromNs, endNs), durations, memoryMb);
  }
}
