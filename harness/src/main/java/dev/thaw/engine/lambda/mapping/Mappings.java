package dev.thaw.engine.lambda.mapping;

import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Caller;
import dev.thaw.engine.time.PlatformTime;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All mappings, and how they go from state to state. Thread-safe. */
public final class Mappings {
  // AWS publishes no such time and takes up to minutes: assumed.
  private static final Duration TRANSITION = Duration.ofSeconds(1);

  private final Map<String, Mapping> mappings = new ConcurrentHashMap<>();
  private final Pollers pollers;
  private final PlatformTime time;

  public Mappings(Pollers pollers, PlatformTime time) {
    this.pollers = pollers;
    this.time = time;
  }

  /** Adds a mapping unless that function has one of that source. */
  synchronized void add(Mapping mapping, boolean isEnabled) {
    mappings.values().stream()
        .filter(other -> other.source().equals(mapping.source()))
        .filter(other -> other.function().equals(mapping.function()))
        .findFirst()
        .ifPresent(
            other -> {
              throw exists(other);
            });
    mappings.put(mapping.uuid(), mapping);
    settleLater(mapping, isEnabled);
  }

  /** Recorded 2025-11-25: localstack test_duplicate_event_source_mappings; spaces included. */
  private static AwsException exists(Mapping other) {
    return LambdaError.RESOURCE_CONFLICT.user(
        ("The event source arn (\" %s \") and function (\" %s \") provided mapping already exists."
                + " Please update or delete the existing mapping with UUID %s")
            .formatted(other.source(), other.function().name().name(), other.uuid()));
  }

  private void settleLater(Mapping mapping, boolean isEnabled) {
    var unused = time.after(TRANSITION, () -> settle(mapping.uuid(), isEnabled));
  }

  private synchronized void settle(String uuid, boolean isEnabled) {
    var mapping = mappings.get(uuid);
    if (mapping == null || MappingState.of(mapping) == MappingState.DELETING) {
      return;
    }
    var settled = mapping.in(isEnabled ? MappingState.ENABLED : MappingState.DISABLED);
    mappings.put(uuid, settled);
    if (isEnabled) {
      pollers.start(settled);
    }
  }

  Mapping get(Caller caller, String uuid) {
    var found = mappings.get(uuid);
    if (found == null || !isOf(caller, found)) {
      throw LambdaError.RESOURCE_NOT_FOUND.user("The resource you requested does not exist.");
    }
    return found;
  }

  private static boolean isOf(Caller caller, Mapping mapping) {
    var function = mapping.function().name();
    return function.account().equals(caller.account()) && function.region().equals(caller.region());
  }

  Stream<Mapping> of(Caller caller) {
    return mappings.values().stream().filter(mapping -> isOf(caller, mapping));
  }

  /** Changes a mapping, which is in transition for a while. */
  synchronized Mapping update(
      Mapping old, UnaryOperator<Mapping> change, MappingState during, boolean isEnabled) {
    var current = settled(old, "update");
    var changed = change.apply(current).in(during);
    mappings.put(changed.uuid(), changed);
    pollers.stop(changed);
    settleLater(changed, isEnabled);
    return changed;
  }

  synchronized Mapping delete(Mapping old) {
    var deleting = settled(old, "delete").in(MappingState.DELETING);
    mappings.put(deleting.uuid(), deleting);
    pollers.stop(deleting);
    var unused =
        time.after(
            TRANSITION,
            () -> {
              mappings.remove(deleting.uuid());
              pollers.remove(deleting);
            });
    return deleting;
  }

  private Mapping settled(Mapping old, String verb) {
    var current = mappings.get(old.uuid());
    if (current == null || !MappingState.of(current).isSettled()) {
      throw LambdaError.RESOURCE_IN_USE.user(
          "Cannot %s the event source mapping because it is in use.".formatted(verb));
    }
    return current;
  }

  /** The mapping as callers see it, with what came of its latest invocation. */
  Mapping described(Mapping mapping) {
    return pollers
        .lastResult(mapping)
        .map(result -> mapping.configuration().toBuilder().lastProcessingResult(result).build())
        .map(known -> new Mapping(known, mapping.function(), mapping.filter()))
        .orElse(mapping);
  }
}
