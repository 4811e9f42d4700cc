package dev.thaw.model;

import dev.thaw.rules.environment.Retention;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How long provisioned environments live. AWS recycles them, too, and does not say when; that they
 * live as long as those on demand is our reading.
 */
final class ProvisionedLifetime {
  private final Duration lifetime;
  private final SplittableRandom random;

  ProvisionedLifetime(Retention retention, SplittableRandom random) {
    this.lifetime = retention.lifetime();
    this.random = random;
  }

  /** Of a new one. */
  long wholeNs() {
    return lifetime.compareTo(Retention.UNLIMITED) < 0 ? lifetime.toNanos() : TimeHeap.NEVER;
  }

  /** Of one that was created long ago. */
  long remainingNs() {
    return lifetime.compareTo(Retention.UNLIMITED) < 0
        ? 1 + random.nextLong(lifetime.toNanos())
        : TimeHeap.NEVER;
  }
}
