package dev.thaw.model;

import java.util.List;

/**
 * What a simulation found of one function. Tally and latencies are of counted loads only;
 * environments and series are of all that happened.
 *
 * @param client latency from arrival to answer of those that were answered and waited for
 * @param queued what became of the loads that nobody waits for, in their order
 */
public record FunctionOutcome(
    String function,
    Tally tally,
    Latencies client,
    Latencies coldClient,
    Latencies warmClient,
    EnvironmentTimes environments,
    Usage usage,
    Series series,
    List<QueuedOutcome> queued) {
  public FunctionOutcome {
    queued = List.copyOf(queued);
  }
}
