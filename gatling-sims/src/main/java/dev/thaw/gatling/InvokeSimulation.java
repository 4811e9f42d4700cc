package dev.thaw.gatling;

import dev.thaw.load.Route;

/**
 * Invokes one Lambda function and waits for each answer. Its own setting is {@code function}.
 *
 * @see LoneSimulation for the settings that all have in common
 */
public final class InvokeSimulation extends LoneSimulation {
  /** Found by Gatling. */
  public InvokeSimulation() {
    super(settings -> new Route.Invoke(settings.required("function")));
  }
}
