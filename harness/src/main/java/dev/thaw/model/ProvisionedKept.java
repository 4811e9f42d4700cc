package dev.thaw.model;

import dev.thaw.rules.price.Billing;
import java.time.Duration;

/**
 * For how long provisioned concurrency was kept: as much as was requested, from enabling to
 * disabling it, of which the last five minutes are billed in full. The end of a simulation disables
 * nothing.
 */
final class ProvisionedKept {
  private static final double NS_PER_SECOND = 1e9;

  private final Level requested;
  private long enabledNs;
  private double extraNs;

  ProvisionedKept(Level requested) {
    this.requested = requested;
  }

  /** So much is requested from now on. */
  void change(int count, long nowNs) {
    if (requested.now() == 0) {
      enabledNs = nowNs;
    } else if (count == 0) {
      long onNs = nowNs - enabledNs;
      extraNs +=
          (double) requested.now() * (Billing.provisioned(Duration.ofNanos(onNs)).toNanos() - onNs);
    }
    requested.set(count);
  }

  double seconds() {
    return (requested.integralNs() + extraNs) / NS_PER_SECOND;
  }
}
