package dev.thaw.rules.provisioned;

import java.time.Duration;

/**
 * A target tracking policy on {@code LambdaProvisionedConcurrencyUtilization}: the utilisation to
 * keep, the cooldowns, and how many one-minute data points in a row the two alarms need.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html">
 *     Provisioned concurrency with Application Auto Scaling</a>
 */
public record TargetTracking(
    double target,
    Duration scaleOutCooldown,
    Duration scaleInCooldown,
    int highDataPoints,
    int lowDataPoints) {
  /** What the documentation's examples keep. */
  public static final double DEFAULT_TARGET = 0.7;

  /** The data points that the documentation names, of which the low alarm's are unconfirmed. */
  public static final int DATA_POINTS = 3;

  private static final double LEAST_TARGET = 0.1;
  private static final double GREATEST_TARGET = 0.9;

  public TargetTracking {
    if (!(target >= LEAST_TARGET && target <= GREATEST_TARGET)) {
      throw new IllegalArgumentException(
          "a target utilisation must be between 0.1 and 0.9, not " + target);
    }
    if (scaleOutCooldown.isNegative() || scaleInCooldown.isNegative()) {
      throw new IllegalArgumentException("a cooldown cannot be negative");
    }
    if (highDataPoints < 1 || lowDataPoints < 1) {
      throw new IllegalArgumentException("an alarm needs at least one data point");
    }
  }

  /**
   * Without cooldowns, Application Auto Scaling's default for Lambda, and with the documented data
   * points. In 2020 an AWS engineer described a low alarm of 15 data points (G. Mao, "Understanding
   * Lambda Provisioned Concurrency Autoscaling"); set {@link #lowDataPoints} for that.
   */
  public static TargetTracking of(double target) {
    return new TargetTracking(target, Duration.ZERO, Duration.ZERO, DATA_POINTS, DATA_POINTS);
  }
}
