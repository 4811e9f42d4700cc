package dev.thaw.experiment.bench;

import dev.thaw.engine.EngineSettings;
import dev.thaw.invocation.Clock;
import dev.thaw.target.Deployment;
import dev.thaw.target.EmbeddedTarget;
import dev.thaw.target.FunctionSettings;
import java.io.IOException;

/**
 * Invokes a function of another engine in this process, so often that the engine's code is compiled
 * before a run measures through it: otherwise its round trip halves in a run's first thousand
 * requests.
 */
public record EngineBurnIn(FunctionSettings function, Clock clock) {

  /**
   * Starts an engine, invokes so many times over one connection, and ends it; an interrupt ends it
   * early.
   */
  public void run(byte[] zip, int requests) throws IOException {
    try (var target = new EmbeddedTarget(EngineSettings.defaults());
        var deployment = new Deployment(target, clock)) {
      var name = deployment.deploy("burn-in", "engine", function, zip).name();
      var uri =
          target.access().endpoint().resolve("/2015-03-31/functions/" + name + "/invocations");
      try (var loop = new HttpLoop(clock, uri, "{}")) {
        for (int i = 0; i < requests && !Thread.currentThread().isInterrupted(); i++) {
          loop.roundTripNs();
        }
      }
    }
  }
}
