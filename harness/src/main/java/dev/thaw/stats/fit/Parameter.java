package dev.thaw.stats.fit;

import dev.thaw.stats.Estimate;

/** A fitted parameter with its 95 % interval: mean, median or sigma. */
public record Parameter(String name, Estimate estimate) {}
