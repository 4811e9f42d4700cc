package dev.thaw.rules.price;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an account gets for nothing each month; provisioned concurrency has no part in it. */
public record FreeTier(
    @JsonProperty(required = true) double requests,
    @JsonProperty(required = true) double gbSeconds,
    String source,
    String date) {

  /** What is left to pay of a month's usage. */
  public LambdaUsage takenOff(LambdaUsage usage) {
    return new LambdaUsage(
        Math.max(0, usage.requests() - requests),
        Math.max(0, usage.onDemandGbSeconds() - gbSeconds),
        usage.provisionedDurationGbSeconds(),
        usage.provisionedGbSeconds());
  }
}
