package dev.thaw.gatling;

import dev.thaw.load.Route;

/**
 * Puts records into a Kinesis stream that a function reads. Its own settings are {@code stream} and
 * {@code keys} (among how many partition keys events take turns; 0, the default, gives each its
 * own).
 *
 * @see LoneSimulation for the settings that all have in common
 */
public final class KinesisSimulation extends LoneSimulation {
  /** Found by Gatling. */
  public KinesisSimulation() {
    super(settings -> new Route.KinesisPut(settings.required("stream"), settings.keys()));
  }
}
