package dev.thaw.gatling;

import dev.thaw.load.Route;

/**
 * Posts to an API Gateway REST API before a function. Its own setting is {@code url}.
 *
 * @see LoneSimulation for the settings that all have in common
 */
public final class RestApiSimulation extends LoneSimulation {
  /** Found by Gatling. */
  public RestApiSimulation() {
    super(settings -> new Route.RestApi(settings.url("url")));
  }
}
