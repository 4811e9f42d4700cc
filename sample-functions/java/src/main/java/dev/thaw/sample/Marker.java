package dev.thaw.sample;

/**
 * What the function says of its environment and this invocation. Times are nanoseconds since the
 * epoch; the index counts the environment's invocations from 1.
 */
public record Marker(
    String environmentId,
    long invocationIndex,
    long initializedAtNs,
    long startedAtNs,
    long endedAtNs,
    String initializationType) {}
