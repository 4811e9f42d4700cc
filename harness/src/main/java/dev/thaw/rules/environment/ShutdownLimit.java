package dev.thaw.rules.environment;

import java.time.Duration;

/**
 * How long the Shutdown phase may take before everything in an environment is killed.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">
 *     Shutdown phase</a>
 */
public enum ShutdownLimit {
  WITHOUT_EXTENSIONS(Duration.ZERO),
  WITH_INTERNAL_EXTENSION(Duration.ofMillis(500)),
  WITH_EXTERNAL_EXTENSION(Duration.ofSeconds(2));

  private final Duration limit;

  ShutdownLimit(Duration limit) {
    this.limit = limit;
  }

  /** The limit for an environment with so many extensions of either kind. */
  public static ShutdownLimit of(int internal, int external) {
    if (external > 0) {
      return WITH_EXTERNAL_EXTENSION;
    }
    return internal > 0 ? WITH_INTERNAL_EXTENSION : WITHOUT_EXTENSIONS;
  }

  public Duration limit() {
    return limit;
  }
}
