package dev.thaw.results;

import dev.thaw.invocation.Memory;
import dev.thaw.stats.Estimate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A variant's figures; one without enough evidence behind it is absent. */
public record VariantSummary(
    String variant,
    Memory memory,
    Map<Metric, Estimate> metrics,
    @Nullable Integer maxMemoryUsedMb) {
  public VariantSummary {
    var inOrder = new EnumMap<Metric, Estimate>(Metric.class);
    inOrder.putAll(metrics);
    metrics = Collections.unmodifiableMap(inOrder);
  }

  public Optional<Estimate> metric(Metric metric) {
    return Optional.ofNullable(metrics.get(metric));
  }
}
