package dev.thaw.engine.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.EngineUnderTest;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** An engine with a Kinesis client, and what tests of it have in common. */
abstract class KinesisCase {
  static final String SHARD = "shardId-000000000000";

  @TempDir Path folder;
  private EngineUnderTest engine;
  KinesisClient kinesis;

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

  void stream(String name, int shards) {
    kinesis.createStream(create -> create.streamName(name).shardCount(shards));
    await(() -> status(name) == StreamStatus.ACTIVE);
  }

  StreamStatus status(String name) {
    return kinesis
        .describeStreamSummary(get -> get.streamName(name))
        .streamDescriptionSummary()
        .streamStatus();
  }

  static void await(BooleanSupplier condition) {
    for (int tries = 0; tries < 500 && !condition.getAsBoolean(); tries++) {
      pause(20);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  PutRecordResponse put(String stream, String key, String data) {
    return kinesis.putRecord(
        put -> put.streamName(stream).partitionKey(key).data(SdkBytes.fromUtf8String(data)));
  }

  String iterator(String stream, ShardIteratorType type) {
    return kinesis
        .getShardIterator(get -> get.streamName(stream).shardId(SHARD).shardIteratorType(type))
        .shardIterator();
  }

  List<String> read(String iterator) {
    return kinesis.getRecords(get -> get.shardIterator(iterator)).records().stream()
        .map(record -> record.data().asUtf8String())
        .toList();
  }
}
