package dev.thaw.model;

import org.jspecify.annotations.Nullable;

/**
 * What is set aside for a simulated function.
 *
 * @param reserved its reserved concurrency; null for none, 0 throttles everything
 * @param provisioned its provisioned concurrency from the start on; 0 for none
 */
public record Concurrency(@Nullable Integer reserved, int provisioned) {
  /** Neither reserved nor provisioned. */
  public static final Concurrency ON_DEMAND = new Concurrency(null, 0);
}
