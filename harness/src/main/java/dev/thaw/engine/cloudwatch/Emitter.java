package dev.thaw.engine.cloudwatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Emits Lambda's metrics under the same few sets of dimensions again and again. Thread-safe. */
final class Emitter {
  private static final String NAMESPACE = "AWS/Lambda";

  private final Function<MetricName, Series> metrics;
  private final List<Map<String, String>> dimensions;
  private final Map<String, List<Series>> series = new ConcurrentHashMap<>();

  Emitter(Function<MetricName, Series> metrics, List<Map<String, String>> dimensions) {
    this.metrics = metrics;
    this.dimensions = dimensions;
  }

  void emit(String metric, Instant at, double value) {
    for (var each : series.computeIfAbsent(metric, this::find)) {
      each.add(at, value, 1);
    }
  }

  private List<Series> find(String metric) {
    return dimensions.stream()
        .map(set -> metrics.apply(new MetricName(NAMESPACE, metric, set)))
        .toList();
  }
}
