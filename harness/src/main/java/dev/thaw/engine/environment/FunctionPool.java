package dev.thaw.engine.environment;

import dev.thaw.rules.environment.PoolEntry;
import dev.thaw.rules.environment.WarmPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * The environments of one version and revision of a function: idle ones wait in a {@link WarmPool},
 * all are known so that they can be ended. Thread-safe by one lock.
 */
final class FunctionPool {
  private final FunctionVersion function;
  private final FleetSettings settings;
  private final WarmPool<ExecutionEnvironment> idle;
  private final Map<ExecutionEnvironment, PoolEntry<ExecutionEnvironment>> all = new HashMap<>();
  private boolean isRetired;

  FunctionPool(FunctionVersion function, FleetSettings settings) {
    this.function = function;
    this.settings = settings;
    // Only a keep-alive that is drawn needs chance.
    var random = new SplittableRandom(function.name().hashCode());
    this.idle = new WarmPool<>(settings.retention(), random);
  }

  FunctionVersion function() {
    return function;
  }

  /** An idle environment, or a new one; empty when this pool is retired. */
  synchronized Optional<ExecutionEnvironment> take(Supplier<ExecutionEnvironment> creation) {
    if (isRetired) {
      return Optional.empty();
    }
    var warm = idle.take(nowNs());
    if (warm != null) {
      return Optional.of(warm.environment());
    }
    var created = creation.get();
    all.put(created, idle.add(created, nowNs()));
    return Optional.of(created);
  }

  private long nowNs() {
    return settings.clock().nanoTime();
  }

  /** Takes an environment back and says when it will have had its time; ends it if it has now. */
  OptionalLong release(ExecutionEnvironment environment) {
    var expiryNs = keep(environment);
    if (expiryNs.isEmpty()) {
      environment.end();
    }
    return expiryNs;
  }

  private synchronized OptionalLong keep(ExecutionEnvironment environment) {
    var entry = all.get(environment);
    if (entry != null && !isRetired && idle.release(entry, nowNs())) {
      return OptionalLong.of(entry.expiryNs());
    }
    all.remove(environment);
    return OptionalLong.empty();
  }

  /** Ends the idle environments that have had their time. */
  void expire() {
    takeExpired().forEach(ExecutionEnvironment::end);
  }

  private synchronized List<ExecutionEnvironment> takeExpired() {
    return forget(idle.expire(nowNs()));
  }

  synchronized OptionalLong nextExpiryNs() {
    return idle.idle() == 0 ? OptionalLong.empty() : OptionalLong.of(idle.nextExpiryNs());
  }

  /** Ends idle environments now and busy ones after their invocation; hands out none any more. */
  void retire() {
    takeIdle().forEach(ExecutionEnvironment::end);
  }

  private synchronized List<ExecutionEnvironment> takeIdle() {
    isRetired = true;
    return forget(idle.drain());
  }

  private List<ExecutionEnvironment> forget(List<PoolEntry<ExecutionEnvironment>> entries) {
    var forgotten = entries.stream().map(PoolEntry::environment).toList();
    forgotten.forEach(all::remove);
    return forgotten;
  }

  /** Ends all environments now, whatever they are doing. */
  void end() {
    retire();
    takeAll().forEach(ExecutionEnvironment::end);
  }

  private synchronized List<ExecutionEnvironment> takeAll() {
    var taken = new ArrayList<>(all.keySet());
    all.clear();
    return taken;
  }

  /** How many environments live, busy and idle. */
  synchronized int size() {
    return all.size();
  }
}
