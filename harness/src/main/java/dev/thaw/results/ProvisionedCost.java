package dev.thaw.results;

import dev.thaw.invocation.InitializationType;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Timing;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a round of load costs with the environments that were kept ready for it.
 *
 * @see <a href="https://aws.amazon.com/lambda/pricing/">AWS Lambda pricing</a>
 */
record ProvisionedCost(VariantInfo variant, Plan plan) {
  private static final double MILLION = 1e6;
  private static final double NS_PER_SECOND = 1e9;
  private static final double MS_PER_SECOND = 1e3;

  /** Whether it ran on an environment that was kept ready. */
  static boolean isProvisioned(Invocation invocation) {
    var marker = invocation.request().answer().marker();
    return marker != null
        && marker.initializationType() == InitializationType.PROVISIONED_CONCURRENCY;
  }

  /** In USD for a million calls; empty where nothing ran, or no price is known. */
  OptionalDouble perMillion(List<Invocation> round) {
    var price = plan.price();
    var provisioned = plan.provisionedPrice();
    var reported = Reported.of(round.stream()).toList();
    if (price == null || provisioned == null || reported.isEmpty()) {
      return OptionalDouble.empty();
    }
    double gigabytes = variant.memory().gigabytes();
    double usd =
        variant.concurrency().provisioned() * gigabytes * seconds(round) * provisioned.idle();
    for (var one : reported) {
      double perGbSecond =
          isProvisioned(one.invocation()) ? provisioned.duration() : price.perGbSecond();
      usd += price.perRequest() + gigabytes * one.report().billedMs() / MS_PER_SECOND * perGbSecond;
    }
    return OptionalDouble.of(MILLION * usd / reported.size());
  }

  /** From the first intended time to the last answer. */
  private static double seconds(List<Invocation> round) {
    var timings = round.stream().map(one -> one.request().timing()).toList();
    long startNs = timings.stream().mapToLong(Timing::intendedNs).min().orElse(0);
    long endNs = timings.stream().mapToLong(Timing::doneNs).max().orElse(0);
    return (endNs - startNs) / NS_PER_SECOND;
  }
}
