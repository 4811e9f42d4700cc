package dev.thaw.experiment.plan;

import dev.thaw.stats.Estimate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the model says of one function with so much provisioned concurrency.
 *
 * @param measures in their units
 * @param utilization share of time that provisioned environments run; null without any
 * @param environments the most on-demand environments that lived at once in any replication
 * @param missed the limits that are not kept with their whole interval
 */
public record Point(
    int provisioned,
    Map<Measure, Estimate> measures,
    @Nullable Estimate utilization,
    int environments,
    Estimate usdPerHour,
    List<Criterion> missed) {
  public Point {
    var inOrder = new EnumMap<Measure, Estimate>(Measure.class);
    inOrder.putAll(measures);
    measures = Collections.unmodifiableMap(inOrder);
    missed = List.copyOf(missed);
  }

  /** Whether it keeps every limit. */
  public boolean meets() {
    return missed.isEmpty();
  }

  /** Whether more provisioned concurrency may not be needed: only cost is too high, if anything. */
  boolean meetsAllButCost() {
    return missed.stream().noneMatch(criterion -> criterion.measure().isMonotone());
  }

  @Nullable Estimate of(Measure measure) {
    return measures.get(measure);
  }
}
