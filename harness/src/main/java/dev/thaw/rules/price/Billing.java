package dev.thaw.rules.price;

import java.time.Duration;

/**
 * What time is billed. An on-demand invocation: its duration plus the init duration that its caller
 * waited for, rounded up once to a whole millisecond. The function timeout caps the duration, not
 * the init on top of it. Init is billed for every package type since 2025-08-01. Provisioned
 * concurrency: from enabling to disabling it, rounded up to five minutes.
 *
 * @see <a href="https://aws.amazon.com/lambda/pricing/">Pricing</a>
 * @see <a
 *     href="https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/">
 *     Billing for the INIT phase</a>
 */
public final class Billing {
  private static final long HUNDREDTHS_PER_MS = 100;
  private static final long ASYNC_EVENT_BYTES = 256 * 1024;
  private static final long ASYNC_STEP_BYTES = 64 * 1024;
  private static final long NS_PER_HUNDREDTH = 10_000;
  private static final long PROVISIONED_STEP_NS = Duration.ofMinutes(5).toNanos();

  private Billing() {}

  /**
   * Whole ms billed for durations in ms, which count as they are reported: to the hundredth. At
   * least 1.
   */
  public static long billedMs(double durationMs, double initMs) {
    return Math.max(1, wholeMs(hundredths(durationMs) + hundredths(initMs)));
  }

  /** The same for durations in ns. */
  public static long billedMsOfNs(long durationNs, long initNs) {
    long hundredths = hundredthsOfNs(durationNs) + hundredthsOfNs(initNs);
    return Math.max(1, (hundredths + HUNDREDTHS_PER_MS - 1) / HUNDREDTHS_PER_MS);
  }

  /**
   * Whole ms billed for a SnapStart restore and the duration after it, restore being what the
   * platform calls Billed Restore Duration (loading the runtime and the after-restore hooks, not
   * copying the snapshot). That the two are rounded each on its own is concluded from the REPORT
   * line, which has a billed figure of either, and unconfirmed.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html">SnapStart</a>
   */
  public static long billedMsAfterRestore(double durationMs, double restoreMs) {
    return billedMs(durationMs, 0) + wholeMs(hundredths(restoreMs));
  }

  /**
   * Whole ms billed for the init of a provisioned environment: when it is allocated and each time
   * it is recycled, invoked or not.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html">
   *     Provisioned concurrency</a>
   */
  public static long provisionedInitMs(double initMs) {
    return wholeMs(hundredths(initMs));
  }

  /**
   * Requests billed for an asynchronous event of that many bytes: one up to 256 KB, and one for
   * each further 64 KB begun. A KB counts as 1,024 bytes, which AWS's page does not say.
   */
  public static long asyncRequests(long eventBytes) {
    long further = Math.max(0, eventBytes - ASYNC_EVENT_BYTES);
    return 1 - Math.floorDiv(-further, ASYNC_STEP_BYTES);
  }

  /** For how long provisioned concurrency is billed that was on for that long. */
  public static Duration provisioned(Duration enabled) {
    long steps = -Math.floorDiv(-enabled.toNanos(), PROVISIONED_STEP_NS);
    return Duration.ofNanos(steps * PROVISIONED_STEP_NS);
  }

  private static long wholeMs(long hundredths) {
    return -Math.floorDiv(-hundredths, HUNDREDTHS_PER_MS);
  }

  private static long hundredthsOfNs(long ns) {
    return (ns + NS_PER_HUNDREDTH / 2) / NS_PER_HUNDREDTH;
  }

  private static long hundredths(double ms) {
    return Math.round(ms * HUNDREDTHS_PER_MS);
  }
}
