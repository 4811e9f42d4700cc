package dev.thaw.gatling;

import dev.thaw.load.Route;

/**
 * Posts to a function URL. Its own setting is {@code url}.
 *
 * @see LoneSimulation for the settings that all have in common
 */
public final class FunctionUrlSimulation extends LoneSimulation {
  /** Found by Gatling. */
  public FunctionUrlSimulation() {
    super(settings -> new Route.FunctionUrl(settings.url("url")));
  }
}
