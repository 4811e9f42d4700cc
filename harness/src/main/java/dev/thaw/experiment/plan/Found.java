package dev.thaw.experiment.plan;

import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param from the least provisioned concurrency that may keep the limits, but for that of cost
 * @param to the least that keeps them for certain; null if none does
 * @param chosen the cheapest point that keeps every limit, by replications of its own; null if none
 */
record Found(int from, @Nullable Integer to, @Nullable Point chosen) {}
