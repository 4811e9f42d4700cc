package dev.thaw.model;

import dev.thaw.invocation.Memory;
import dev.thaw.rules.price.Billing;

/** What a function is billed for, summed up in whole ms. */
final class Bill {
  private static final double NS_PER_MS = 1e6;
  private static final double MS_PER_SECOND = 1e3;

  private final double gigabytes;
  private long requests;
  private long onDemandMs;
  private long provisionedMs;

  Bill(Memory memory) {
    this.gigabytes = memory.gigabytes();
  }

  /** An invocation on demand, with the init that its caller waited for. */
  void onDemand(long durationNs, long initNs) {
    requests++;
    onDemandMs += Billing.billedMsOfNs(durationNs, initNs);
  }

  /** What an event is billed for beyond the request of its invocation. */
  void furtherRequests(long number) {
    requests += number;
  }

  /** An invocation on a provisioned environment. */
  void provisioned(long durationNs) {
    requests++;
    provisionedMs += Billing.billedMsOfNs(durationNs, 0);
  }

  /** An init of a provisioned environment, which is billed whether or not it is ever invoked. */
  void provisionedInit(long initNs) {
    provisionedMs += Billing.provisionedInitMs(initNs / NS_PER_MS);
  }

  Usage usage(double provisionedSeconds) {
    return new Usage(
        requests,
        onDemandMs / MS_PER_SECOND * gigabytes,
        provisionedMs / MS_PER_SECOND * gigabytes,
        provisionedSeconds * gigabytes);
  }
}
