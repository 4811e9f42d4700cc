package dev.thaw.engine.dynamodb;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.EngineUnderTest;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.Stream;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** What a table's stream shows of its changes. */
final class StreamsIT {
  @TempDir static Path folder;
  private static EngineUnderTest engine;
  private static DynamoDbClient dynamo;
  private static DynamoDbStreamsClient streams;

  @BeforeAll
  static void start() {
    engine = EngineUnderTest.start(folder);
    dynamo = engine.dynamoDb();
    streams = engine.dynamoDbStreams();
  }

  @AfterAll
  static void stop() {
    streams.close();
    dynamo.close();
    engine.close();
  }

  private static void put(String table, String id, String value) {
    dynamo.putItem(
        put ->
            put.tableName(table)
                .item(Map.of("id", AttributeValue.fromS(id), "v", AttributeValue.fromS(value))));
  }

  private static void delete(String table, String id) {
    dynamo.deleteItem(d -> d.tableName(table).key(Map.of("id", AttributeValue.fromS(id))));
  }

  private static String shard(String arn) {
    return streams
        .describeStream(d -> d.streamArn(arn))
        .streamDescription()
        .shards()
        .get(0)
        .shardId();
  }

  private static String iterator(String arn, ShardIteratorType type) {
    return streams
        .getShardIterator(i -> i.streamArn(arn).shardId(shard(arn)).shardIteratorType(type))
        .shardIterator();
  }

  private static List<Record> records(String arn) {
    return streams
        .getRecords(get -> get.shardIterator(iterator(arn, ShardIteratorType.TRIM_HORIZON)))
        .records();
  }

  @Test
  void showsInsertsModificationsAndRemovalsInTheirOrder() {
    var arn = TestTables.createWithStream(dynamo, "events", StreamViewType.NEW_AND_OLD_IMAGES);
    put("events", "a", "1");
    put("events", "a", "2");
    // Neither changes anything.
    put("events", "a", "2");
    delete("events", "b");
    delete("events", "a");
    var records = records(arn);

    assertThat(records)
        .extracting(Record::eventName)
        .containsExactly(OperationType.INSERT, OperationType.MODIFY, OperationType.REMOVE);
    var modify = records.get(1);
    assertThat(modify.dynamodb().oldImage()).containsEntry("v", AttributeValue.fromS("1"));
    assertThat(modify.dynamodb().newImage()).containsEntry("v", AttributeValue.fromS("2"));
    assertThat(modify.eventSource()).isEqualTo("aws:dynamodb");
    assertThat(modify.eventVersion()).isEqualTo("1.1");
    assertThat(modify.awsRegion()).isEqualTo("eu-west-1");
    assertThat(modify.eventID()).hasSize(32).isNotEqualTo(records.get(0).eventID());
    var at = modify.dynamodb().approximateCreationDateTime();
    assertThat(at).isEqualTo(at.truncatedTo(ChronoUnit.SECONDS));
    assertThat(records)
        .extracting(record -> record.dynamodb().sequenceNumber())
        .isSorted()
        .allMatch(number -> number.matches("\\d{21}"));
  }

  /** Keys {@code id} + {@code a}: 3 bytes; an image has {@code v} and a byte more: 5. */
  @ParameterizedTest
  @CsvSource({
    "KEYS_ONLY,false,false,3",
    "NEW_IMAGE,true,false,8",
    "OLD_IMAGE,false,true,8",
    "NEW_AND_OLD_IMAGES,true,true,13"
  })
  void showsTheImagesOfItsViewType(
      StreamViewType viewType, boolean hasNew, boolean hasOld, long bytes) {
    var table = "view-" + viewType.toString().toLowerCase(Locale.ROOT);
    var arn = TestTables.createWithStream(dynamo, table, viewType);
    put(table, "a", "1");
    put(table, "a", "2");
    var record = records(arn).get(1).dynamodb();

    assertThat(record.streamViewType()).isEqualTo(viewType);
    assertThat(record.keys()).isEqualTo(Map.of("id", AttributeValue.fromS("a")));
    assertThat(record.hasNewImage() && !record.newImage().isEmpty()).isEqualTo(hasNew);
    assertThat(record.hasOldImage() && !record.oldImage().isEmpty()).isEqualTo(hasOld);
    assertThat(record.sizeBytes()).isEqualTo(bytes);
  }

  /**
   * Keys 16 + 11 bytes and an image of 16 + 11 + 10 + 6: 70, as in localstack
   * test_dynamodb_event_source_mapping, 2025-11-25.
   */
  @Test
  void sizesAreThoseThatWereRecorded() {
    dynamo.createTable(
        create ->
            create
                .tableName("recorded")
                .billingMode("PAY_PER_REQUEST")
                .attributeDefinitions(TestTables.attribute("my_partition_key", "S"))
                .keySchema(TestTables.key("my_partition_key", "HASH"))
                .streamSpecification(s -> s.streamEnabled(true).streamViewType("NEW_IMAGE")));
    TestTables.awaitActive(dynamo, "recorded");
    dynamo.putItem(
        put ->
            put.tableName("recorded")
                .item(
                    Map.of(
                        "my_partition_key", AttributeValue.fromS("hello world"),
                        "binary_key", AttributeValue.fromB(SdkBytes.fromUtf8String("foobar")))));
    var arn = dynamo.describeTable(d -> d.tableName("recorded")).table().latestStreamArn();

    assertThat(records(arn).get(0).dynamodb().sizeBytes()).isEqualTo(70);
  }

  @Test
  void iteratorsBeginWhereTheyAreToldAndGoOn() {
    var arn = TestTables.createWithStream(dynamo, "iterated", StreamViewType.KEYS_ONLY);
    put("iterated", "a", "1");
    put("iterated", "b", "1");
    var latest = iterator(arn, ShardIteratorType.LATEST);
    put("iterated", "c", "1");
    var second = records(arn).get(1).dynamodb().sequenceNumber();

    assertThat(ids(latest)).containsExactly("c");
    assertThat(ids(numbered(arn, ShardIteratorType.AT_SEQUENCE_NUMBER, second)))
        .containsExactly("b", "c");
    assertThat(ids(numbered(arn, ShardIteratorType.AFTER_SEQUENCE_NUMBER, second)))
        .containsExactly("c");
    var first =
        streams.getRecords(
            get -> get.shardIterator(iterator(arn, ShardIteratorType.TRIM_HORIZON)).limit(1));
    assertThat(first.records()).hasSize(1);
    assertThat(ids(first.nextShardIterator())).containsExactly("b", "c");
  }

  private static String numbered(String arn, ShardIteratorType type, String number) {
    return streams
        .getShardIterator(
            i ->
                i.streamArn(arn).shardId(shard(arn)).shardIteratorType(type).sequenceNumber(number))
        .shardIterator();
  }

  private static List<String> ids(String iterator) {
    return streams.getRecords(get -> get.shardIterator(iterator)).records().stream()
        .map(record -> requireNonNull(record.dynamodb().keys().get("id")).s())
        .toList();
  }

  @Test
  void aDisabledStreamStaysReadableAndEnds() {
    var arn = TestTables.createWithStream(dynamo, "disabled", StreamViewType.NEW_IMAGE);
    put("disabled", "a", "1");
    dynamo.updateTable(
        update -> update.tableName("disabled").streamSpecification(s -> s.streamEnabled(false)));
    put("disabled", "b", "1");
    var description = streams.describeStream(d -> d.streamArn(arn)).streamDescription();
    var last =
        streams.getRecords(get -> get.shardIterator(iterator(arn, ShardIteratorType.TRIM_HORIZON)));

    assertThat(description.streamStatus()).isEqualTo(StreamStatus.DISABLED);
    assertThat(description.shards().get(0).sequenceNumberRange().endingSequenceNumber())
        .isEqualTo(last.records().get(0).dynamodb().sequenceNumber());
    assertThat(last.records()).hasSize(1);
    assertThat(last.nextShardIterator()).isNull();
  }

  @Test
  void aTablesStreamsAreListedByPages() {
    var first = TestTables.createWithStream(dynamo, "listed", StreamViewType.NEW_IMAGE);
    dynamo.updateTable(
        update -> update.tableName("listed").streamSpecification(s -> s.streamEnabled(false)));
    TestTables.awaitActive(dynamo, "listed");
    var second =
        dynamo
            .updateTable(
                update ->
                    update
                        .tableName("listed")
                        .streamSpecification(
                            s -> s.streamEnabled(true).streamViewType(StreamViewType.OLD_IMAGE)))
            .tableDescription()
            .latestStreamArn();
    var page = streams.listStreams(list -> list.tableName("listed").limit(1));
    var rest =
        streams.listStreams(
            list ->
                list.tableName("listed").exclusiveStartStreamArn(page.lastEvaluatedStreamArn()));

    assertThat(page.streams()).extracting(Stream::streamArn).containsExactly(first);
    assertThat(rest.streams()).extracting(Stream::streamArn).containsExactly(second);
    assertThat(rest.lastEvaluatedStreamArn()).isNull();
  }

  @Test
  void unknownStreamsShardsAndIteratorsAreRefused() {
    var arn = TestTables.createWithStream(dynamo, "refused", StreamViewType.NEW_IMAGE);
    var nowhere = "arn:aws:dynamodb:eu-west-1:111111111111:table/nowhere/stream/1";
    assertThatThrownBy(() -> streams.describeStream(d -> d.streamArn(nowhere)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Requested resource not found: Stream: " + nowhere + " not found");
    assertThatThrownBy(
            () ->
                streams.getShardIterator(
                    i ->
                        i.streamArn(arn)
                            .shardId("shardId-00000000000000000000-00000000")
                            .shardIteratorType(ShardIteratorType.LATEST)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Requested resource not found: Shard does not exist");
    for (var iterator : List.of("x", arn + "|1|%%%", arn + "|1|MQ", arn + "|2|MDow")) {
      assertThatThrownBy(() -> streams.getRecords(get -> get.shardIterator(iterator)))
          .isInstanceOf(DynamoDbException.class)
          .hasMessageContaining("Invalid ShardIterator");
    }
    assertThatThrownBy(
            () -> numbered(arn, ShardIteratorType.AT_SEQUENCE_NUMBER, "123456789012345678901"))
        .hasMessageContaining("Invalid SequenceNumber");
  }
}
