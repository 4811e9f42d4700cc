package dev.thaw.rules.price;

import dev.thaw.invocation.Memory;
import java.time.Duration;

/** Provisioned concurrency that was on for a while: environments of that memory size. */
public record ProvisionedConcurrency(Memory memory, int environments, Duration enabled) {
  private static final double MS_PER_SECOND = 1000;

  /** The GB-seconds that keeping them is billed, in steps of five minutes. */
  public double gbSeconds() {
    return memory.gigabytes() * environments * Billing.provisioned(enabled).toSeconds();
  }

  /** The GB-seconds that initializing them once is billed; each recycling adds as much again. */
  public double initGbSeconds(double initMs) {
    return memory.gigabytes() * environments * Billing.provisionedInitMs(initMs) / MS_PER_SECOND;
  }
}
