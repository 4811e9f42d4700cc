package dev.thaw.rules.price;

import java.util.Map;

/** What was used of a service in a month, as amounts of items that have a price. */
public sealed interface Usage
    permits LambdaUsage,
        SnapStartUsage,
        EphemeralStorageUsage,
        KinesisUsage,
        S3Usage,
        ApiGatewayUsage,
        LogsUsage {

  /** How much of each item; what is not there was not used. */
  Map<Item, Double> amounts();
}
