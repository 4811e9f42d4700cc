package dev.thaw.target.conform;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** A Kinesis stream of one shard that a check writes. */
record Flow(Stage stage, String name, String arn) {
  static Flow create(Stage stage) {
    var name = stage.name("stream");
    var kinesis = stage.clients().kinesis();
    stage.atTheEnd(() -> kinesis.deleteStream(gone -> gone.streamName(name)));
    kinesis.createStream(create -> create.streamName(name).shardCount(1));
    var description =
        stage.await(
            "active stream",
            Duration.ofMinutes(2),
            () ->
                Optional.of(
                        kinesis
                            .describeStreamSummary(of -> of.streamName(name))
                            .streamDescriptionSummary())
                    .filter(now -> now.streamStatus() == StreamStatus.ACTIVE));
    return new Flow(stage, name, description.streamARN());
  }

  private KinesisClient kinesis() {
    return stage.clients().kinesis();
  }

  void put(String partitionKey, String data) {
    kinesis()
        .putRecord(
            put ->
                put.streamName(name)
                    .partitionKey(partitionKey)
                    .data(SdkBytes.fromUtf8String(data)));
  }

  /** One PutRecords of a record for each partition key. */
  void putAll(String data, String... partitionKeys) {
    var entries =
        Arrays.stream(partitionKeys)
            .map(
                key ->
                    PutRecordsRequestEntry.builder()
                        .partitionKey(key)
                        .data(SdkBytes.fromUtf8String(data))
                        .build())
            .toList();
    kinesis().putRecords(put -> put.streamName(name).records(entries));
  }
}
