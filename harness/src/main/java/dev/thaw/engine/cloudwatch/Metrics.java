package dev.thaw.engine.cloudwatch;

import dev.thaw.engine.protocol.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All metrics of all accounts and regions. Thread-safe. */
public final class Metrics {
  private final Map<Caller, Map<MetricName, Series>> all = new ConcurrentHashMap<>();

  /** The series of that name, a new one if there was none. */
  Series of(Caller owner, MetricName name) {
    return series(owner).computeIfAbsent(name, added -> new Series());
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
