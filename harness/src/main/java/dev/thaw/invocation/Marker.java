package dev.thaw.invocation;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What a sample function says of itself in its answer, so that cold and warm can be told apart
 * without a log. Times are nanoseconds since the epoch by the function's clock; the index counts
 * the environment's invocations from 1.
 */
public record Marker(
    String environmentId,
    long invocationIndex,
    long initializedAtNs,
    long startedAtNs,
    long endedAtNs,
    InitializationType initializationType) {

  @JsonIgnore
  public boolean isFirst() {
    return invocationIndex == 1;
  }
}
