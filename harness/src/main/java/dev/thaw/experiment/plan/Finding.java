package dev.thaw.experiment.plan;

import java.util.Map;

/**
 * What one replication found.
 *
 * @param measures in their units, NaN where there is too little to tell
 * @param utilization share of time that provisioned environments run; NaN without any
 * @param provisioned how many were provisioned, on average over time
 * @param environments the most on-demand environments that lived at once
 */
record Finding(
    Map<Measure, Double> measures,
    double usdPerHour,
    double utilization,
    double provisioned,
    int environments,
    long arrivals) {}
