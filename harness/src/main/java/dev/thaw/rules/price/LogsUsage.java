package dev.thaw.rules.price;

import java.util.Map;

/**
 * What was written to CloudWatch Logs by Lambda and by others, and what was kept there, in GB. A TB
 * of the tiers counts as 1,000 GB, by which 60 TB of Lambda's logs come to the published $12,500.
 *
 * @see <a href="https://aws.amazon.com/cloudwatch/pricing/">Pricing</a>
 */
public record LogsUsage(double lambdaGb, double otherGb, double gbMonthsKept) implements Usage {
  @Override
  public Map<Item, Double> amounts() {
    return Map.of(
        Item.LAMBDA_LOGS_GB, lambdaGb, Item.LOGS_GB, otherGb, Item.LOGS_GB_MONTH, gbMonthsKept);
  }
}
