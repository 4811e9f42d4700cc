package dev.thaw.results;

import dev.thaw.stats.Change;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a variant's figures differ from those of the first one, within this run. It describes; the
 * gate alone decides, from interleaved blocks.
 */
public record Comparison(String base, String variant, Map<Metric, Change> changes) {
  public Comparison {
    var inOrder = new EnumMap<Metric, Change>(Metric.class);
    inOrder.putAll(changes);
    changes = Collections.unmodifiableMap(inOrder);
  }

  public Optional<Change> change(Metric metric) {
    return Optional.ofNullable(changes.get(metric));
  }
}
