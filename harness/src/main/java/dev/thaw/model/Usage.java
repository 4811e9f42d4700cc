package dev.thaw.model;

/**
 * What a function is billed for: requests, GB-seconds on demand, GB-seconds that provisioned
 * environments ran, and GB-seconds for which they were kept.
 */
public record Usage(
    long requests,
    double onDemandGbSeconds,
    double provisionedDurationGbSeconds,
    double provisionedGbSeconds) {}
