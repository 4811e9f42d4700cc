package dev.thaw.gatling;

import io.gatling.javaapi.core.Simulation;

/**
 * Invokes one Lambda function with one arrival process, alone, as the {@code thaw.*} properties
 * say: {@code function}, {@code arrivals}, {@code endpoint} (AWS's own if absent), {@code region},
 * {@code payload}, {@code seed}, {@code timeoutMs}, {@code requests} (the file), {@code burnIn}.
 */
public final class InvokeSimulation extends Simulation {
  /** Found by Gatling. */
  public InvokeSimulation() {
    var settings = new Settings(Settings.properties(System.getProperties()), System.getenv());
    var summary = new Summary(System.out, System.err, settings.requestsFile());
    setUp(new GeneratorRun(() -> generator(settings, summary), summary).population());
  }

  private static Generator generator(Settings settings, Summary summary) {
    return new Generator(settings.orders(), new StopSignal(), summary, System.getenv());
  }
}
