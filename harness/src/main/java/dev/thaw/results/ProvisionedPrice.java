package dev.thaw.results;

import dev.thaw.invocation.Price;

/**
 * What Lambda charges for provisioned concurrency, in USD per GB-second.
 *
 * @param idle for keeping an environment ready
 * @param duration for what runs on it
 * @see <a href="https://aws.amazon.com/lambda/pricing/">AWS Lambda pricing</a>
 */
public record ProvisionedPrice(double idle, double duration) {

  /**
   * The share of time that a provisioned environment must run to cost less than the same work on
   * demand: with on-demand price d, idle + u duration &lt; u d exactly if u &gt; idle / (d -
   * duration).
   */
  public double breakEven(Price onDemand) {
    return idle / (onDemand.perGbSecond() - duration);
  }
}
