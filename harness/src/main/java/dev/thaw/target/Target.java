package dev.thaw.target;

import dev.thaw.results.TargetInfo;
import java.time.Duration;

/**
 * What an experiment runs against: an endpoint that speaks the AWS API, with what is known of how
 * it differs from AWS.
 */
public sealed interface Target extends AutoCloseable permits EmbeddedTarget, EndpointTarget {
  Access access();

  /** What a run folder and a report say of it. */
  TargetInfo info();

  /** How often the control plane may be asked while something changes. */
  Duration pollInterval();

  /** How many times as fast as the clock the platform's own waits pass, as far as is known. */
  default double platformTimeScale() {
    return 1;
  }

  /** Ends what this target started itself. Closing again does nothing. */
  @Override
  void close();
}
