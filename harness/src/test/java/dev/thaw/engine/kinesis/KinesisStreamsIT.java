package dev.thaw.engine.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamMode;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** Streams, their shards and settings through the AWS SDK. */
final class KinesisStreamsIT extends KinesisCase {
  @Test
  void aStreamIsCreatingAndThenActive() {
    kinesis.createStream(create -> create.streamName("new").shardCount(2));
    var description = kinesis.describeStream(get -> get.streamName("new")).streamDescription();

    assertThat(description.streamStatus()).isEqualTo(StreamStatus.CREATING);
    assertThat(description.streamARN())
        .isEqualTo("arn:aws:kinesis:eu-west-1:111111111111:stream/new");
    assertThat(description.retentionPeriodHours()).isEqualTo(24);
    assertThat(description.streamModeDetails().streamMode()).isEqualTo(StreamMode.PROVISIONED);
    assertThatThrownBy(() -> put("new", "k", "x"))
        .isInstanceOfSatisfying(
            ResourceNotFoundException.class,
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("Stream new under account 111111111111 not found."));
    await(() -> status("new") == StreamStatus.ACTIVE);
    // 2^127 is the middle of 2^128 hash keys.
    assertThat(kinesis.listShards(list -> list.streamName("new")).shards())
        .extracting(shard -> shard.hashKeyRange().startingHashKey())
        .containsExactly("0", "170141183460469231731687303715884105728");
    assertThat(kinesis.listStreams().streamNames()).containsExactly("new");
    assertThatThrownBy(() -> kinesis.createStream(it -> it.streamName("new").shardCount(1)))
        .isInstanceOf(ResourceInUseException.class)
        .hasMessageContaining("Stream new under account 111111111111 already exists.");
    kinesis.deleteStream(delete -> delete.streamName("new"));
    await(() -> kinesis.listStreams().streamNames().isEmpty());
  }

  @Test
  void anOnDemandStreamBeginsWithFourShards() {
    kinesis.createStream(
        create ->
            create
                .streamName("demand")
                .streamModeDetails(mode -> mode.streamMode(StreamMode.ON_DEMAND)));
    await(() -> status("demand") == StreamStatus.ACTIVE);

    assertThat(kinesis.listShards(list -> list.streamName("demand")).shards()).hasSize(4);
    assertThat(kinesis.describeLimits().onDemandStreamCount()).isEqualTo(1);
  }

  @Test
  void tagsAndRetentionAreKept() {
    stream("one", 1);
    kinesis.addTagsToStream(add -> add.streamName("one").tags(Map.of("a", "1", "b", "2")));
    kinesis.removeTagsFromStream(remove -> remove.streamName("one").tagKeys("a"));
    kinesis.increaseStreamRetentionPeriod(
        change -> change.streamName("one").retentionPeriodHours(48));

    assertThat(kinesis.listTagsForStream(list -> list.streamName("one")).tags())
        .singleElement()
        .satisfies(tag -> assertThat(tag.key() + tag.value()).isEqualTo("b2"));
    assertThat(
            kinesis
                .describeStream(get -> get.streamName("one"))
                .streamDescription()
                .retentionPeriodHours())
        .isEqualTo(48);
    assertThatThrownBy(
            () ->
                kinesis.increaseStreamRetentionPeriod(
                    change -> change.streamName("one").retentionPeriodHours(24)))
        .hasMessageContaining(
            "Requested retention period (24 hours) for stream one can not be shorter than existing"
                + " retention period (48 hours). Use DecreaseRetentionPeriod API.");
    kinesis.decreaseStreamRetentionPeriod(
        change -> change.streamName("one").retentionPeriodHours(24));
  }

  @Test
  void namesTheOperationThatItLacks() {
    assertThatThrownBy(
            () -> kinesis.registerStreamConsumer(it -> it.streamARN("a").consumerName("b")))
        .isInstanceOfSatisfying(
            KinesisException.class, e -> assertThat(e.statusCode()).isEqualTo(501))
        .hasMessageContaining("RegisterStreamConsumer is not implemented by this engine");
  }

  @Test
  void splittingPutsTwoShardsInThePlaceOfOne() {
    stream("one", 1);
    put("one", "a", "before");
    var old = iterator("one", ShardIteratorType.TRIM_HORIZON);
    split();
    var shards = kinesis.listShards(list -> list.streamName("one")).shards();

    assertThat(shards)
        .extracting(Shard::shardId, Shard::parentShardId)
        .containsExactly(
            tuple(SHARD, null),
            tuple("shardId-000000000001", SHARD),
            tuple("shardId-000000000002", SHARD));
    assertThat(shards.get(0).sequenceNumberRange().endingSequenceNumber()).isNotNull();
    assertThat(put("one", "b", "after").shardId()).isEqualTo("shardId-000000000002");
    var end = kinesis.getRecords(get -> get.shardIterator(old));
    assertThat(end.records()).hasSize(1);
    assertThat(end.nextShardIterator()).isNull();
    assertThat(end.childShards()).hasSize(2);
  }

  private void split() {
    kinesis.splitShard(
        split ->
            split
                .streamName("one")
                .shardToSplit(SHARD)
                .newStartingHashKey("170141183460469231731687303715884105728"));
    await(() -> status("one") == StreamStatus.ACTIVE);
  }

  @Test
  void mergingPutsOneShardInThePlaceOfTwo() {
    stream("one", 1);
    split();
    kinesis.mergeShards(
        merge ->
            merge
                .streamName("one")
                .shardToMerge("shardId-000000000001")
                .adjacentShardToMerge("shardId-000000000002"));
    await(() -> status("one") == StreamStatus.ACTIVE);
    var merged = kinesis.listShards(list -> list.streamName("one")).shards().get(3);
    assertThat(merged.parentShardId()).isEqualTo("shardId-000000000001");
    assertThat(merged.adjacentParentShardId()).isEqualTo("shardId-000000000002");
    kinesis.updateShardCount(
        update -> update.streamName("one").targetShardCount(2).scalingType("UNIFORM_SCALING"));
    await(() -> status("one") == StreamStatus.ACTIVE);
    assertThat(
            kinesis
                .describeStreamSummary(get -> get.streamName("one"))
                .streamDescriptionSummary()
                .openShardCount())
        .isEqualTo(2);
  }
}
