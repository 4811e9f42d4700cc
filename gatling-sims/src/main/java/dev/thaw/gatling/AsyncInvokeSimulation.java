package dev.thaw.gatling;

import dev.thaw.load.Route;

/**
 * Invokes one Lambda function asynchronously. Its own setting is {@code function}.
 *
 * @see LoneSimulation for the settings that all have in common
 */
public final class AsyncInvokeSimulation extends LoneSimulation {
  /** Found by Gatling. */
  public AsyncInvokeSimulation() {
    super(settings -> new Route.InvokeAsync(settings.required("function")));
  }
}
