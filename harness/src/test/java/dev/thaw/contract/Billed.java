package dev.thaw.contract;

/**
 * What a function is billed for: requests, and the milliseconds that its environments on demand and
 * its provisioned ones ran, inits that are billed included. Environments have 1 GB.
 */
record Billed(long requests, long onDemandMs, long provisionedMs) {}
