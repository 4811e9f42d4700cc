package dev.thaw.model;

/**
 * What a simulation found of one function. Tally and latencies are of counted loads only;
 * environments and series are of all that happened.
 *
 * @param client latency from arrival to answer of those that were answered
 */
public record FunctionOutcome(
    String function,
    Tally tally,
    Latencies client,
    Latencies coldClient,
    Latencies warmClient,
    EnvironmentTimes environments,
    Usage usage,
    Series series) {}
