package dev.thaw.gatling;

import dev.thaw.load.Route;

/**
 * Puts objects into an S3 bucket whose notifications invoke a function. Its own settings are {@code
 * bucket} and {@code prefix} (what keys begin with, with a slash at its end; nothing if absent).
 *
 * @see LoneSimulation for the settings that all have in common
 */
public final class S3UploadSimulation extends LoneSimulation {
  /** Found by Gatling. */
  public S3UploadSimulation() {
    super(settings -> new Route.S3Put(settings.required("bucket"), settings.text("prefix", "")));
  }
}
