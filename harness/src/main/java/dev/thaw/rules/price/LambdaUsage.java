package dev.thaw.rules.price;

import java.util.Map;

/**
 * A function's month: its requests, the GB-seconds that its on-demand and its provisioned
 * environments ran, and the GB-seconds for which provisioned ones were kept.
 *
 * @param provisionedDurationGbSeconds durations, and the init of provisioned environments. AWS says
 *     that this init is billed and not at which price; that it is the price of provisioned duration
 *     is unconfirmed
 */
public record LambdaUsage(
    double requests,
    double onDemandGbSeconds,
    double provisionedDurationGbSeconds,
    double provisionedGbSeconds)
    implements Usage {

  /** A month of nothing but on-demand invocations. */
  public static LambdaUsage onDemand(double requests, double gbSeconds) {
    return new LambdaUsage(requests, gbSeconds, 0, 0);
  }

  /** Of two functions, or of two stretches of the same month. */
  public LambdaUsage plus(LambdaUsage other) {
    return new LambdaUsage(
        requests + other.requests,
        onDemandGbSeconds + other.onDemandGbSeconds,
        provisionedDurationGbSeconds + other.provisionedDurationGbSeconds,
        provisionedGbSeconds + other.provisionedGbSeconds);
  }

  /** The same, that many times over: an hour as a month. */
  public LambdaUsage times(double factor) {
    return new LambdaUsage(
        requests * factor,
        onDemandGbSeconds * factor,
        provisionedDurationGbSeconds * factor,
        provisionedGbSeconds * factor);
  }

  @Override
  public Map<Item, Double> amounts() {
    return Map.of(
        Item.LAMBDA_REQUEST, requests,
        Item.LAMBDA_DURATION, onDemandGbSeconds,
        Item.LAMBDA_PROVISIONED_DURATION, provisionedDurationGbSeconds,
        Item.LAMBDA_PROVISIONED_CONCURRENCY, provisionedGbSeconds);
  }
}
