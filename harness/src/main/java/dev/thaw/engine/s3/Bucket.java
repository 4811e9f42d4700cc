package dev.thaw.engine.s3;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A bucket: who owns it, and its objects in the order of their keys;
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingBucket.html.
 */
public record Bucket(
    String name,
    String account,
    String region,
    Instant created,
    NavigableMap<String, StoredObject> objects) {

  static Bucket of(String name, String account, String region, Instant created) {
    return new Bucket(name, account, region, created, new ConcurrentSkipListMap<>(Utf8Order.BYTES));
  }
}
