package dev.thaw.rules.price;

import java.util.Map;

/**
 * Requests to buckets of the standard storage class.
 *
 * @see <a href="https://aws.amazon.com/s3/pricing/">Pricing</a>
 */
public record S3Usage(long puts, long gets) implements Usage {
  @Override
  public Map<Item, Double> amounts() {
    return Map.of(Item.S3_PUT, (double) puts, Item.S3_GET, (double) gets);
  }
}
