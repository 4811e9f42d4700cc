package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Caller;

/**
 * How many shards an account may have in a region; see
 * https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html.
 */
final class ShardLimit {
  static final int SHARDS = 20_000;
  static final int ON_DEMAND_STREAMS = 50;

  private ShardLimit() {}

  static int open(Kinesis kinesis, Caller owner) {
    return kinesis.of(owner).stream().mapToInt(stream -> stream.open().size()).sum();
  }

  static void check(Kinesis kinesis, Caller owner, int more) {
    int open = open(kinesis, owner);
    if (open + more > SHARDS) {
      throw KinesisError.limit(
          ("This request would exceed the shard limit for the account %s in %s. Current shard"
                  + " count for the account: %d. Limit: %d. Number of additional shards that would"
                  + " have resulted from this request: %d. Refer to the AWS Service Limits page"
                  + " (http://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html) for"
                  + " current limits and how to request higher limits.")
              .formatted(owner.account(), owner.region(), open, SHARDS, more));
    }
  }
}
