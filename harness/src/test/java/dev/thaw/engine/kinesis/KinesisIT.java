package dev.thaw.engine.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.engine.EngineUnderTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** Records through the AWS SDK, which speaks CBOR unless it is told not to. */
final class KinesisIT extends KinesisCase {
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
  void aShardTakesAMegabytePerSecondAndRefusesTheRestOfABatch() {
    stream("one", 1);
    var result = kinesis.putRecords(put -> put.streamName("one").records(entries(4, 1_000_000)));

    assertThat(result.failedRecordCount()).isEqualTo(3);
    assertThat(result.records().get(0).sequenceNumber()).isNotNull();
    var failed = result.records().get(3);
    assertThat(failed.errorCode()).isEqualTo("ProvisionedThroughputExceededException");
    assertThat(failed.errorMessage())
        .isEqualTo(
            "Rate exceeded for shard shardId-000000000000 in stream one under account"
                + " 111111111111.");
    assertThat(failed.sequenceNumber()).isNull();
    assertThatThrownBy(
            () ->
                kinesis.putRecord(
                    put ->
                        put.streamName("one")
                            .partitionKey("k")
                            .data(SdkBytes.fromByteArray(new byte[1_000_000]))))
        .isInstanceOf(ProvisionedThroughputExceededException.class);
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
  void aShardIsBusyWhileALargeReadIsWorkedOff() {
    large();
    kinesis.putRecord(
        put ->
            put.streamName("large")
                .partitionKey("k")
                .data(SdkBytes.fromByteArray(new byte[10 << 20])));
    var iterator = iterator("large", ShardIteratorType.TRIM_HORIZON);
    assertThat(kinesis.getRecords(get -> get.shardIterator(iterator)).records()).hasSize(1);

    assertThatThrownBy(() -> read(iterator))
        .isInstanceOf(ProvisionedThroughputExceededException.class)
        .hasMessageContaining("Rate exceeded for shard shardId-000000000000 in stream large");
  }

  private void large() {
    kinesis.createStream(
        create -> create.streamName("large").shardCount(1).maxRecordSizeInKiB(10_240));
    await(() -> status("large") == StreamStatus.ACTIVE);
  }

  @Test
  void recordsHaveALargestSize() {
    stream("one", 1);
    large();
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
}
