package dev.thaw.target;

import dev.thaw.load.Route;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/**
 * A stream of one shard that is read for a function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">Using Lambda to
 *     process records from Amazon Kinesis Data Streams</a>
 */
record StreamTrigger(KinesisClient kinesis, Mapping mapping, String stream) implements Trigger {

  @Override
  public String name() {
    return "stream " + stream;
  }

  @Override
  public Route create() {
    kinesis.createStream(create -> create.streamName(stream).shardCount(1));
    mapping.await("the stream " + stream, this::isActive);
    mapping.create(arn());
    return new Route.KinesisPut(stream);
  }

  private boolean isActive() {
    return kinesis
            .describeStreamSummary(describe -> describe.streamName(stream))
            .streamDescriptionSummary()
            .streamStatus()
        == StreamStatus.ACTIVE;
  }

  private String arn() {
    return kinesis
        .describeStreamSummary(describe -> describe.streamName(stream))
        .streamDescriptionSummary()
        .streamARN();
  }

  @Override
  public void remove() {
    try {
      mapping.remove(arn());
      kinesis.deleteStream(delete -> delete.streamName(stream).enforceConsumerDeletion(true));
    } catch (ResourceNotFoundException gone) {
      return;
    }
  }
}
