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
  private static final long PROVISIONED_STEP_NS = Duration.ofMinutes(5).toNanos();

  private Billing() {}

  /**
   * Whole ms billed for durations in ms, which count as they are reported: to the hundredth. At
   * least 1.
   */
  public static long billedMs(double durationMs, double initMs) {
    return Math.max(1, wholeMs(hundredths(durationMs) + hundredths(initMs)));
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

  /** For how long provisioned concurrency is billed that was on for that long. */
  public static Duration provisioned(Duration enabled) {
    long steps = -Math.floorDiv(-enabled.toNanos(), PROVISIONED_STEP_NS);
    return Duration.ofNanos(steps * PROVISIONED_STEP_NS);
  }

  private static long wholeMs(long hundredths) {
    return -Math.floorDiv(-hundredths, HUNDREDTHS_PER_MS);
  }

  private static long hundredths(double ms) {
    return Math.round(ms * HUNDREDTHS_PER_MS);
  }
}
