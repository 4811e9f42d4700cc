package dev.thaw.gatling;

import dev.thaw.load.Route;

/**
 * Puts items into a DynamoDB table whose stream a function reads. Its own settings are {@code
 * table} and {@code keys} (among how many items events take turns; 0, the default, gives each its
 * own).
 *
 * @see LoneSimulation for the settings that all have in common
 */
public final class DynamoDbSimulation extends LoneSimulation {
  /** Found by Gatling. */
  public DynamoDbSimulation() {
    super(settings -> new Route.DynamoDbPut(settings.required("table"), settings.keys()));
  }
}
