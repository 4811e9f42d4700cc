package dev.thaw.rules.stream;

/**
 * An event source mapping of a stream.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html">Event
 *     source mappings</a>
 */
public record StreamMapping(
    StreamSource source,
    StartingPosition start,
    Batching batching,
    ErrorHandling errors,
    Tumbling tumbling) {
  public StreamMapping {
    if (source == StreamSource.DYNAMODB && start instanceof StartingPosition.AtTimestamp) {
      throw new IllegalArgumentException(
          "DynamoDB streams start at TRIM_HORIZON or LATEST, not AT_TIMESTAMP");
    }
  }

  /** Without tumbling windows. */
  public StreamMapping(
      StreamSource source, StartingPosition start, Batching batching, ErrorHandling errors) {
    this(source, start, batching, errors, Tumbling.NONE);
  }

  /** A Kinesis stream from its oldest record on, with errors handled by default. */
  public static StreamMapping kinesis(Batching batching) {
    return new StreamMapping(
        StreamSource.KINESIS, new StartingPosition.TrimHorizon(), batching, ErrorHandling.DEFAULT);
  }
}
