package dev.thaw.rules.provisioned;

import java.time.Duration;

/** The time after a scaling in one direction in which there is no other one. */
final class Cooldown {
  private final long ns;
  private long endNs;
  private boolean hasBegun;

  Cooldown(Duration time) {
    this.ns = time.toNanos();
  }

  boolean isOver(long nowNs) {
    return !hasBegun || endNs - nowNs <= 0;
  }

  /** Begins anew, with the decision that it follows. */
  int begin(int decision, long nowNs) {
    hasBegun = true;
    endNs = nowNs + ns;
    return decision;
  }
}
