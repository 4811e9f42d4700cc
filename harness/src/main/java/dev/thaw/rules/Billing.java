package dev.thaw.rules;

/**
 * The billed duration of an on-demand invocation: its duration plus the init duration that its
 * caller waited for, rounded up once to a whole millisecond. The function timeout caps the
 * duration, not the init on top of it. Init is billed for every package type since 2025-08-01.
 *
 * @see <a href="https://aws.amazon.com/lambda/pricing/">Pricing</a>
 * @see <a
 *     href="https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/">
 *     Billing for the INIT phase</a>
 */
public final class Billing {
  private static final long HUNDREDTHS_PER_MS = 100;

  private Billing() {}

  /**
   * Whole ms billed for durations in ms, which count as they are reported: to the hundredth. At
   * least 1.
   */
  public static long billedMs(double durationMs, double initMs) {
    long hundredths = hundredths(durationMs) + hundredths(initMs);
    return Math.max(1, -Math.floorDiv(-hundredths, HUNDREDTHS_PER_MS));
  }

  private static long hundredths(double ms) {
    return Math.round(ms * HUNDREDTHS_PER_MS);
  }
}
