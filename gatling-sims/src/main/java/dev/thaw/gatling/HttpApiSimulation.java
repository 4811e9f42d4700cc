package dev.thaw.gatling;

import dev.thaw.load.Route;

/**
 * Posts to an API Gateway HTTP API before a function. Its own setting is {@code url}.
 *
 * @see LoneSimulation for the settings that all have in common
 */
public final class HttpApiSimulation extends LoneSimulation {
  /** Found by Gatling. */
  public HttpApiSimulation() {
    super(settings -> new Route.HttpApi(settings.url("url")));
  }
}
