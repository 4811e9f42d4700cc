package dev.thaw.engine.dynamodb.table;

import dev.thaw.engine.dynamodb.item.DynamoDbError;
import dev.thaw.invocation.Clock;
import dev.thaw.rules.concurrency.TokenBucket;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;

/**
 * What a table with provisioned capacity can take: its units per second, and those that it left
 * unused in the last 5 minutes. Its table's lock guards it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html">
 *     Burst capacity</a>
 */
final class Throughput {
  private static final int BURST_SECONDS = 300;

  private final Clock clock;
  // None where capacity is on demand.
  private @Nullable TokenBucket reads;
  private @Nullable TokenBucket writes;

  Throughput(Clock clock) {
    this.clock = clock;
  }

  void set(TableSettings settings) {
    var isProvisioned = settings.billing() == BillingMode.PROVISIONED;
    reads = isProvisioned ? bucket(reads, settings.readUnits()) : null;
    writes = isProvisioned ? bucket(writes, settings.writeUnits()) : null;
  }

  private TokenBucket bucket(@Nullable TokenBucket before, long units) {
    var burst = (double) units * BURST_SECONDS;
    if (before == null) {
      return new TokenBucket(burst, (double) units, clock.nanoTime());
    }
    before.resize(burst, (double) units, clock.nanoTime());
    return before;
  }

  void read(double units) {
    take(reads, units);
  }

  void write(double units) {
    take(writes, units);
  }

  private void take(@Nullable TokenBucket bucket, double units) {
    if (bucket == null) {
      return;
    }
    var now = clock.nanoTime();
    for (int unit = 0; unit < units; unit++) {
      if (!bucket.take(now)) {
        throw DynamoDbError.THROUGHPUT_EXCEEDED.because(
            "The level of configured provisioned throughput for the table was exceeded. Consider"
                + " increasing your provisioning level with the UpdateTable API.");
      }
    }
  }
}
