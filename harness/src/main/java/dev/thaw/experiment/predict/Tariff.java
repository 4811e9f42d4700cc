package dev.thaw.experiment.predict;

import dev.thaw.invocation.Price;
import dev.thaw.model.Usage;
import dev.thaw.report.Figures;
import dev.thaw.rules.price.Item;
import dev.thaw.rules.price.PriceFile;

/**
 * What a simulated function's usage costs.
 *
 * @param onDemand per request, and per GB-second on demand
 * @param provisionedGbSecond per GB-second for which an environment is kept provisioned
 * @param provisionedDurationGbSecond per GB-second that runs on provisioned environments
 */
public record Tariff(
    Price onDemand, double provisionedGbSecond, double provisionedDurationGbSecond) {

  /** How {@link #breakEven} is reckoned, in words. */
  public static final String BREAK_EVEN =
      "idle price / (on-demand duration price - provisioned duration price), each per GB-second";

  /**
   * us-east-1's for x86_64, from the price file that comes with Thaw.
   *
   * @see <a href="https://aws.amazon.com/lambda/pricing/">AWS Lambda pricing</a>
   */
  public static Tariff bundled() {
    var prices = PriceFile.bundled().prices("us-east-1", "x86_64");
    return new Tariff(
        prices.onDemand(),
        prices.figure(Item.LAMBDA_PROVISIONED_CONCURRENCY).first(),
        prices.figure(Item.LAMBDA_PROVISIONED_DURATION).first());
  }

  /** The cost in USD of all that was used. */
  public double usd(Usage usage) {
    return usage.requests() * onDemand.perRequest()
        + usage.onDemandGbSeconds() * onDemand.perGbSecond()
        + usage.provisionedDurationGbSeconds() * provisionedDurationGbSecond
        + usage.provisionedGbSeconds() * provisionedGbSecond;
  }

  /** Where the figures were read, and when. */
  public String source() {
    return Figures.format(
        "%s %s; %s", onDemand.region(), onDemand.architecture(), onDemand.source());
  }

  /**
   * The share of time that a provisioned environment must run to cost less than the same work on
   * demand: with idle price i, duration price p and on-demand price d per GB-second, i + u p &lt; u
   * d exactly if u &gt; i / (d - p).
   */
  public double breakEven() {
    return provisionedGbSecond / (onDemand.perGbSecond() - provisionedDurationGbSecond);
  }
}
