package dev.thaw.load.trace;

/** How long a traced function's invocations took, in ms. */
public sealed interface TracedDurations {
  /** One for each invocation of the whole trace, in the order of arrivals. */
  record PerInvocation(double[] ms) implements TracedDurations {}

  /** Times that those shares of all stay below; both rise. */
  record Quantiles(double[] shares, double[] ms) implements TracedDurations {}
}
