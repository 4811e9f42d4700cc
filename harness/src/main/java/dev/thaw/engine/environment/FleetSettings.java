package dev.thaw.engine.environment;

import dev.thaw.invocation.Clock;
import dev.thaw.rules.KeepAlive;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a fleet runs: its work folder (must not exist yet or be empty; removed at the end), how long
 * environments are kept, how long an initialisation may take before it is moved into the
 * invocation, and the clock.
 */
public record FleetSettings(Path workFolder, KeepAlive keepAlive, Duration initLimit, Clock clock) {
  /**
   * The limit of the Init phase of on-demand functions.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">
   *     Lambda execution environment lifecycle</a>
   */
  public static final Duration INIT_LIMIT = Duration.ofSeconds(10);

  /** Lambda's own limits. */
  public static FleetSettings in(Path workFolder, Clock clock) {
    return new FleetSettings(workFolder, KeepAlive.MEASURED, INIT_LIMIT, clock);
  }

  /** The same with another keep-alive. */
  public FleetSettings withKeepAlive(KeepAlive other) {
    return new FleetSettings(workFolder, other, initLimit, clock);
  }

  /** The same with another limit of the Init phase. */
  public FleetSettings withInitLimit(Duration other) {
    return new FleetSettings(workFolder, keepAlive, other, clock);
  }
}
