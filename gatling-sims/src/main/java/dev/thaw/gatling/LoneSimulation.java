package dev.thaw.gatling;

import dev.thaw.load.Route;
import io.gatling.javaapi.core.Simulation;
import java.util.function.Function;

/**
 * Sends one arrival process by one route, alone, as the {@code thaw.*} properties say: {@code
 * arrivals}, {@code endpoint} (AWS's own if absent), {@code region}, {@code payload}, {@code seed},
 * {@code timeoutMs}, {@code requests} (the file), {@code burnIn}, and what names the route.
 */
abstract class LoneSimulation extends Simulation {
  LoneSimulation(Function<Settings, Route> kind) {
    var settings = new Settings(Settings.properties(System.getProperties()), System.getenv(), kind);
    var summary = new Summary(System.out, System.err, settings.requestsFile());
    setUp(new GeneratorRun(() -> generator(settings, summary), summary).population());
  }

  private static Generator generator(Settings settings, Summary summary) {
    return new Generator(settings.orders(), new StopSignal(), summary, System.getenv());
  }
}
