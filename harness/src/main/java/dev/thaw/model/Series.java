package dev.thaw.model;

import dev.thaw.rules.concurrency.Admission;
import java.time.Duration;
import java.util.Map;

/**
 * What happened over time, in windows of equal length: counts of arrivals and cold starts in each,
 * throttles by their limit, and means of the environments that were running, idle and provisioned.
 */
public record Series(
    Duration window,
    long[] arrivals,
    long[] cold,
    Map<Admission, long[]> throttles,
    double[] running,
    double[] idle,
    double[] provisioned) {}
