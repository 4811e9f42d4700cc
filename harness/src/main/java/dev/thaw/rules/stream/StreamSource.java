package dev.thaw.rules.stream;

import java.time.Duration;

/**
 * The streams that Lambda reads, how often it polls a shard that has nothing new, and what a read
 * can bring. The least time between two reads is Kinesis's limit of five per second and shard; it
 * is assumed for DynamoDB, too, for which none is published.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">Kinesis</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">DynamoDB</a>
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html">
 *     Kinesis quotas</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html">
 *     GetRecords of DynamoDB Streams</a>
 */
public enum StreamSource {
  KINESIS(1),
  DYNAMODB(4);

  private static final int ENVELOPE = 512;

  private final int pollsPerSecond;

  StreamSource(int pollsPerSecond) {
    this.pollsPerSecond = pollsPerSecond;
  }

  /** How long Lambda waits until it looks again for new records. */
  public Duration pollInterval() {
    return Duration.ofSeconds(1).dividedBy(pollsPerSecond);
  }

  /**
   * What a record adds to the payload of an invocation: Kinesis's data comes in base64, with other
   * members that are reckoned as 512 bytes; what of DynamoDB is counted is JSON already.
   */
  public int payloadBytes(int keyBytes, int dataBytes) {
    return switch (this) {
      case KINESIS -> ENVELOPE + keyBytes + (dataBytes + 2) / 3 * 4;
      case DYNAMODB -> dataBytes;
    };
  }

  ReadLimits limits() {
    return switch (this) {
      case KINESIS -> new ReadLimits(10_000, 10 << 20, 2 << 20);
      case DYNAMODB -> new ReadLimits(1_000, 1 << 20, Integer.MAX_VALUE);
    };
  }
}
