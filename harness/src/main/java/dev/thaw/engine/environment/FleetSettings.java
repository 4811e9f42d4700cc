package dev.thaw.engine.environment;

import dev.thaw.invocation.Clock;
import dev.thaw.invocation.InitializationType;
import dev.thaw.rules.environment.Initialization;
import dev.thaw.rules.environment.Retention;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a fleet runs: its work folder (must not exist yet or be empty; removed at the end), how long
 * environments are kept, how long an initialisation on demand may take before it is moved into the
 * invocation, and the clock.
 */
public record FleetSettings(Path workFolder, Retention retention, Duration initLimit, Clock clock) {
  /** Lambda's own limits. */
  public static FleetSettings in(Path workFolder, Clock clock) {
    return new FleetSettings(workFolder, Retention.MEASURED, Initialization.LIMIT, clock);
  }

  /** How long the Init phase may take; ahead of invocations, as long as Lambda's rules say. */
  Duration initLimit(FunctionVersion function, InitializationType type) {
    return type == InitializationType.ON_DEMAND
        ? initLimit
        : new Initialization(function.timeout()).limit(type);
  }

  /** The same, keeping environments otherwise. */
  public FleetSettings withRetention(Retention other) {
    return new FleetSettings(workFolder, other, initLimit, clock);
  }

  /** The same with another limit of the Init phase. */
  public FleetSettings withInitLimit(Duration other) {
    return new FleetSettings(workFolder, retention, other, clock);
  }
}
