package dev.thaw.engine.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.engine.EngineUnderTest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamMode;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** Kinesis through the AWS SDK, which speaks CBOR unless it is told not to. */
final class KinesisIT {
  private static final String SHARD = "shardId-000000000000";

  @TempDir private Path folder;
  private EngineUnderTest engine;
  private KinesisClient kinesis;

  @BeforeEach
  void start() {
    engine = EngineUnderTest.start(folder);
    kinesis = engine.kinesis();
  }

  @AfterEach
  void stop() {
    kinesis.close();
    engine.close();
    System.clearProperty(SdkSystemSetting.CBOR_ENABLED.property());
  }

  private void stream(String name, int shards) {
    kinesis.createStream(create -> create.streamName(name).shardCount(shards));
    await(() -> status(name) == StreamStatus.ACTIVE);
  }

  private StreamStatus status(String name) {
    return kinesis
        .describeStreamSummary(get -> get.streamName(name))
        .streamDescriptionSummary()
        .streamStatus();
  }

  private static void await(BooleanSupplier condition) {
    for (int tries = 0; tries < 500 && !condition.getAsBoolean(); tries++) {
      pause(20);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private PutRecordResponse put(String stream, String key, String data) {
    return kinesis.putRecord(
        put -> put.streamName(stream).partitionKey(key).data(SdkBytes.fromUtf8String(data)));
  }

  private String iterator(String stream, ShardIteratorType type) {
    return kinesis
        .getShardIterator(get -> get.streamName(stream).shardId(SHARD).shardIteratorType(type))
        .shardIterator();
  }

  private List<String> read(String iterator) {
    return kinesis.getRecords(get -> get.shardIterator(iterator)).records().stream()
        .map(record -> record.data().asUtf8String())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void recordsComeBackInTheirOrderInCborAndInJson(boolean isCbor) {
    System.setProperty(SdkSystemSetting.CBOR_ENABLED.property(), String.valueOf(isCbor));
    stream("one", 1);
    var before = Instant.now();
    var first = put("one", "k", "a");
    var second = put("one", "k", "é");

    assertThat(first.shardId()).isEqualTo(SHARD);
    // 56 digits that begin with 49, as AWS's do.
    assertThat(first.sequenceNumber()).matches("49\\d{54}");
    assertThat(second.sequenceNumber()).isGreaterThan(first.sequenceNumber());
    var got =
        kinesis.getRecords(
            get -> get.shardIterator(iterator("one", ShardIteratorType.TRIM_HORIZON)));
    assertThat(got.records())
        .extracting(record -> record.data().asUtf8String())
        .containsExactly("a", "é");
    assertThat(got.records())
        .extracting(Record::sequenceNumber)
        .containsExactly(first.sequenceNumber(), second.sequenceNumber());
    assertThat(got.records().get(0).partitionKey()).isEqualTo("k");
    assertThat(got.records().get(0).approximateArrivalTimestamp())
        .isCloseTo(before, within(1, ChronoUnit.MINUTES));
    assertThat(got.millisBehindLatest()).isZero();
    assertThat(read(got.nextShardIterator())).isEmpty();
    put("one", "k", "c");
    assertThat(read(got.nextShardIterator())).containsExactly("c");
  }

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
  void aRecordGoesToTheShardOfItsKeysMd5OrOfItsExplicitHashKey() {
    stream("two", 2);

    // md5("a") = 0cc1..., md5("b") = 92eb...: the first and the second half of all hash keys.
    assertThat(put("two", "a", "x").shardId()).isEqualTo(SHARD);
    assertThat(put("two", "b", "x").shardId()).isEqualTo("shardId-000000000001");
    assertThat(
            kinesis
                .putRecord(
                    put ->
                        put.streamName("two")
                            .partitionKey("b")
                            .explicitHashKey("0")
                            .data(SdkBytes.fromUtf8String("x")))
                .shardId())
        .isEqualTo(SHARD);
    assertThatThrownBy(
            () ->
                kinesis.putRecord(
                    put ->
                        put.streamName("two")
                            .partitionKey("b")
                            .explicitHashKey("340282366920938463463374607431768211456")
                            .data(SdkBytes.fromUtf8String("x"))))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining(
            "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]."
                + " Specified value was 340282366920938463463374607431768211456");
  }

  @Test
  void eachTypeOfIteratorBeginsWhereItSays() {
    stream("one", 1);
    put("one", "k", "a");
    pause(5);
    var afterFirst = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    pause(5);
    var second = put("one", "k", "b").sequenceNumber();
    put("one", "k", "c");
    var latest = iterator("one", ShardIteratorType.LATEST);
    put("one", "k", "d");

    assertThat(read(latest)).containsExactly("d");
    assertThat(read(iteratorAt(ShardIteratorType.AT_SEQUENCE_NUMBER, second)))
        .containsExactly("b", "c", "d");
    assertThat(read(iteratorAt(ShardIteratorType.AFTER_SEQUENCE_NUMBER, second)))
        .containsExactly("c", "d");
    var byTime =
        kinesis
            .getShardIterator(
                get ->
                    get.streamName("one")
                        .shardId(SHARD)
                        .shardIteratorType(ShardIteratorType.AT_TIMESTAMP)
                        .timestamp(afterFirst))
            .shardIterator();
    var two = kinesis.getRecords(get -> get.shardIterator(byTime).limit(2));
    assertThat(two.records())
        .extracting(record -> record.data().asUtf8String())
        .containsExactly("b", "c");
    assertThat(two.millisBehindLatest()).isNotNull();
  }

  private String iteratorAt(ShardIteratorType type, String sequenceNumber) {
    return kinesis
        .getShardIterator(
            get ->
                get.streamName("one")
                    .shardId(SHARD)
                    .shardIteratorType(type)
                    .startingSequenceNumber(sequenceNumber))
        .shardIterator();
  }

  @Test
  void whatIsNoIteratorOrNoPlaceIsRefused() {
    stream("one", 1);

    assertThatThrownBy(() -> read("nonsense"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("Invalid ShardIterator.");
    assertThatThrownBy(() -> iteratorAt(ShardIteratorType.AT_SEQUENCE_NUMBER, "5"))
        .hasMessageContaining(
            "StartingSequenceNumber 5 used in GetShardIterator on shard shardId-000000000000 in"
                + " stream one under account 111111111111 is invalid.");
    assertThatThrownBy(() -> iterator("one", ShardIteratorType.AT_SEQUENCE_NUMBER))
        .hasMessageContaining("Request specified AT_SEQUENCE_NUMBER and no StartingSequenceNumber");
    assertThatThrownBy(
            () ->
                kinesis.getShardIterator(
                    get ->
                        get.streamName("one")
                            .shardId("shardId-000000000007")
                            .shardIteratorType(ShardIteratorType.LATEST)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining(
            "Shard shardId-000000000007 in stream one under account 111111111111 does not exist");
    var old =
        new ShardIterator(
            Instant.now().minusSeconds(301).toEpochMilli(),
            new StreamName("eu-west-1", EngineUnderTest.ACCOUNT, "one"),
            0,
            -1);
    assertThatThrownBy(() -> read(old.token()))
        .isInstanceOf(ExpiredIteratorException.class)
        .hasMessageContaining("which is further in the future than the tolerated delay of 300000");
  }

  @Test
  void aShardTakesAThousandRecordsAtOnceAndRefusesTheRestOfABatch() {
    stream("one", 1);
    var entries = entries(500, 10);
    kinesis.putRecords(put -> put.streamName("one").records(entries));
    kinesis.putRecords(put -> put.streamName("one").records(entries));
    var third = kinesis.putRecords(put -> put.streamName("one").records(entries));

    // What has come back in the meantime is less than a second's thousand.
    assertThat(third.failedRecordCount()).isPositive();
    var failed = third.records().get(499);
    assertThat(failed.errorCode()).isEqualTo("ProvisionedThroughputExceededException");
    assertThat(failed.errorMessage())
        .isEqualTo(
            "Rate exceeded for shard shardId-000000000000 in stream one under account"
                + " 111111111111.");
    assertThat(failed.sequenceNumber()).isNull();
  }

  private static List<PutRecordsRequestEntry> entries(int count, int bytes) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                PutRecordsRequestEntry.builder()
                    .partitionKey("k" + i)
                    .data(SdkBytes.fromByteArray(new byte[bytes]))
                    .build())
        .toList();
  }

  @Test
  void aShardIsReadFiveTimesASecond() {
    stream("one", 1);
    var iterator = iterator("one", ShardIteratorType.LATEST);

    assertThatThrownBy(() -> IntStream.range(0, 60).forEach(i -> read(iterator)))
        .isInstanceOf(ProvisionedThroughputExceededException.class)
        .hasMessageContaining("Rate exceeded for shard shardId-000000000000 in stream one");
  }

  @Test
  void recordsHaveALargestSize() {
    stream("one", 1);
    kinesis.createStream(
        create -> create.streamName("large").shardCount(1).maxRecordSizeInKiB(10_240));
    await(() -> status("large") == StreamStatus.ACTIVE);
    var two = SdkBytes.fromByteArray(new byte[2 << 20]);

    assertThatThrownBy(
            () -> kinesis.putRecord(put -> put.streamName("one").partitionKey("k").data(two)))
        .isInstanceOf(InvalidArgumentException.class);
    assertThat(
            kinesis.putRecord(put -> put.streamName("large").partitionKey("k").data(two)).shardId())
        .isEqualTo(SHARD);
    assertThatThrownBy(
            () ->
                kinesis.putRecord(
                    put ->
                        put.streamName("large")
                            .partitionKey("k")
                            .data(SdkBytes.fromByteArray(new byte[(10 << 20) + 1]))))
        .hasMessageContaining(
            "1 validation error detected: Value 'java.nio.HeapByteBuffer[pos=0 lim=10485761"
                + " cap=10485761]' at 'data' failed to satisfy constraint: Member must have length"
                + " less than or equal to 10485760");
    assertThatThrownBy(
            () -> kinesis.putRecords(it -> it.streamName("one").records(entries(501, 1))))
        .hasMessageContaining(
            "at 'records' failed to satisfy constraint: Member must have length less than or equal"
                + " to 500");
    assertThatThrownBy(() -> put("one", "", "x"))
        .hasMessageContaining(
            "Value '' at 'partitionKey' failed to satisfy constraint: Member must have length"
                + " greater than or equal to 1");
  }

  @Test
  void splittingAndMergingPutNewShardsInThePlaceOfOld() {
    stream("one", 1);
    put("one", "a", "before");
    var old = iterator("one", ShardIteratorType.TRIM_HORIZON);
    kinesis.splitShard(
        split ->
            split
                .streamName("one")
                .shardToSplit(SHARD)
                .newStartingHashKey("170141183460469231731687303715884105728"));
    await(() -> status("one") == StreamStatus.ACTIVE);
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
}
