package dev.thaw.engine.environment;

import dev.thaw.rules.WarmPool;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The environments of one version and revision of a function: idle ones wait in a {@link WarmPool},
 * all are known so that they can be ended. Thread-safe by one lock.
 */
final class FunctionPool {
  private final FunctionVersion function;
  private final FleetSettings settings;
  private final WarmPool<ExecutionEnvironment> idle;
  private final Set<ExecutionEnvironment> all = new HashSet<>();
  private boolean isRetired;

  FunctionPool(FunctionVersion function, FleetSettings settings) {
    this.function = function;
    this.settings = settings;
    this.idle = new WarmPool<>(settings.keepAlive());
  }

  FunctionVersion function() {
    return function;
  }

  /** An idle environment, or a new one; empty when this pool is retired. */
  synchronized Optional<ExecutionEnvironment> take(Supplier<ExecutionEnvironment> creation) {
    if (isRetired) {
      return Optional.empty();
    }
    var warm = idle.take(settings.clock().nanoTime());
    if (warm.isPresent()) {
      return warm;
    }
    var created = creation.get();
    all.add(created);
    return Optional.of(created);
  }

  /** Takes an environment back, or ends it if it has had its time. */
  void release(ExecutionEnvironment environment) {
    if (!keep(environment)) {
      environment.end();
    }
  }

  private synchronized boolean keep(ExecutionEnvironment environment) {
    boolean kept =
        !isRetired
            && idle.release(environment, environment.createdNs(), settings.clock().nanoTime());
    if (!kept) {
      all.remove(environment);
    }
    return kept;
  }

  /** Ends the idle environments that have had their time. */
  void expire() {
    takeExpired().forEach(ExecutionEnvironment::end);
  }

  private synchronized List<ExecutionEnvironment> takeExpired() {
    var expired = idle.expire(settings.clock().nanoTime());
    expired.forEach(all::remove);
    return expired;
  }

  synchronized OptionalLong nextExpiryNs() {
    return idle.nextExpiryNs();
  }

  /** Ends idle environments now and busy ones after their invocation; hands out none any more. */
  void retire() {
    takeIdle().forEach(ExecutionEnvironment::end);
  }

  private synchronized List<ExecutionEnvironment> takeIdle() {
    isRetired = true;
    var drained = idle.drain();
    drained.forEach(all::remove);
    return drained;
  }

  /** Ends all environments now, whatever they are doing. */
  void end() {
    retire();
    takeAll().forEach(ExecutionEnvironment::end);
  }

  private synchronized List<ExecutionEnvironment> takeAll() {
    var taken = new ArrayList<>(all);
    all.clear();
    return taken;
  }

  /** How many environments live, busy and idle. */
  synchronized int size() {
    return all.size();
  }
}
