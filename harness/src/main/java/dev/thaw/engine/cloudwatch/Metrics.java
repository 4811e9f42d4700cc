package dev.thaw.engine.cloudwatch;

import dev.thaw.engine.protocol.Caller;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All metrics of all accounts and regions. Thread-safe. */
public final class Metrics {
  private final Map<Caller, Map<MetricName, Series>> all = new ConcurrentHashMap<>();

  void add(Caller owner, MetricName name, Instant at, double value) {
    add(owner, name, at, value, 1);
  }

  void add(Caller owner, MetricName name, Instant at, double value, double times) {
    series(owner).computeIfAbsent(name, added -> new Series()).add(at, value, times);
  }

  private Map<MetricName, Series> series(Caller owner) {
    return all.computeIfAbsent(owner, added -> new ConcurrentHashMap<>());
  }

  Optional<Series> find(Caller owner, MetricName name) {
    return Optional.ofNullable(series(owner).get(name));
  }

  Stream<MetricName> names(Caller owner) {
    return series(owner).keySet().stream();
  }
}
