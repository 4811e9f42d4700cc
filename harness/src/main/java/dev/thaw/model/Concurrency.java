package dev.thaw.model;

import dev.thaw.rules.provisioned.Provisioning;
import org.jspecify.annotations.Nullable;

/**
 * What is set aside for a simulated function.
 *
 * @param reserved its reserved concurrency; null for none, 0 throttles everything
 * @param provisioned its provisioned concurrency, ready from the start on; 0 for none
 * @param provisioning how the platform prepares more of it, and replaces what it recycles
 * @param scaling what changes it over time; null for nothing
 */
public record Concurrency(
    @Nullable Integer reserved,
    int provisioned,
    Provisioning provisioning,
    @Nullable ProvisionedScaling scaling) {
  /** Neither reserved nor provisioned. */
  public static final Concurrency ON_DEMAND = new Concurrency(null, 0);

  public Concurrency {
    if (provisioned < 0) {
      throw new IllegalArgumentException(
          "provisioned concurrency cannot be negative: " + provisioned);
    }
  }

  /** The same all the time. */
  public Concurrency(@Nullable Integer reserved, int provisioned) {
    this(reserved, provisioned, Provisioning.DOCUMENTED, null);
  }
}
