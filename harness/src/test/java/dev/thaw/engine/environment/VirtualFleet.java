package dev.thaw.engine.environment;

import dev.thaw.rules.environment.Retention;
import java.io.IOException;
import java.nio.file.Path;

/** Fleets of simulated environments on a loop that the test moves. */
public final class VirtualFleet {
  private VirtualFleet() {}

  /** A fleet that keeps its environments so, in an empty folder. */
  public static EnvironmentFleet start(
      Path folder, ManualClock clock, ManualLoop loop, Retention retention) throws IOException {
    var settings = FleetSettings.in(folder, clock).withRetention(retention);
    return EnvironmentFleet.start(settings, (group, stream, at, message) -> {}, loop);
  }
}
