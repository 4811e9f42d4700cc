package dev.thaw.engine.trigger.stream;

import static dev.thaw.engine.trigger.stream.MappedStream.await;
import static dev.thaw.engine.trigger.stream.MappedStream.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thaw.engine.EngineUnderTest;
import dev.thaw.engine.dynamodb.TestTables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A table's changes through a mapping to a function; events and failures as recorded 25-11-2025,
 * localstack test_lambda_integration_dynamodbstreams.
 */
final class TableMappingIT {
  private static final String TABLE = "items";

  @TempDir private Path folder;
  private MappedStream stream;
  private DynamoDbClient dynamo;
  private SqsClient sqs;
  private String queue;
  private String arn;

  @BeforeEach
  void start() {
    stream = new MappedStream(folder, 1);
    dynamo = stream.engine.dynamoDb();
    sqs = stream.engine.sqs();
    queue = sqs.createQueue(create -> create.queueName("failures")).queueUrl();
    arn = TestTables.createWithStream(dynamo, TABLE, StreamViewType.NEW_AND_OLD_IMAGES);
  }

  @AfterEach
  void stop() {
    sqs.close();
    dynamo.close();
    stream.close();
  }

  private void map(Consumer<CreateEventSourceMappingRequest.Builder> settings) {
    var unused =
        stream.map(
            mapping -> {
              mapping.eventSourceArn(arn);
              settings.accept(mapping);
            });
  }

  private static void toQueue(CreateEventSourceMappingRequest.Builder mapping) {
    mapping.destinationConfig(
        config ->
            config.onFailure(
                to ->
                    to.destination(
                        "arn:aws:sqs:eu-west-1:" + EngineUnderTest.ACCOUNT + ":failures")));
  }

  private void put(String id, String value) {
    dynamo.putItem(
        put ->
            put.tableName(TABLE)
                .item(Map.of("id", AttributeValue.fromS(id), "v", AttributeValue.fromS(value))));
  }

  private JsonNode awaitFailure() {
    var received = new ArrayList<JsonNode>();
    await(
        () -> {
          sqs.receiveMessage(receive -> receive.queueUrl(queue))
              .messages()
              .forEach(message -> received.add(json(message.body())));
          return !received.isEmpty();
        });
    return received.get(0);
  }

  private static List<String> ids(JsonNode event) {
    return StreamSupport.stream(event.path("Records").spliterator(), false)
        .map(record -> record.at("/dynamodb/Keys/id/S").textValue())
        .toList();
  }

  private List<List<String>> batches() {
    return stream.events.stream().map(TableMappingIT::ids).toList();
  }

  @Test
  void aFunctionGetsInsertsModificationsAndRemovals() {
    put("a", "1");
    put("a", "2");
    dynamo.deleteItem(d -> d.tableName(TABLE).key(Map.of("id", AttributeValue.fromS("a"))));
    map(mapping -> {});
    await(() -> records().size() >= 3);

    assertThat(records())
        .extracting(record -> record.path("eventName").textValue())
        .containsExactly("INSERT", "MODIFY", "REMOVE");
    var modify = (ObjectNode) records().get(1);
    var details = (ObjectNode) modify.path("dynamodb");
    assertThat(modify.remove("eventID").textValue()).matches("[0-9a-f]{32}");
    assertThat(details.remove("SequenceNumber").textValue()).matches("\\d{21}");
    assertThat(details.remove("ApproximateCreationDateTime").isNumber()).isTrue();
    // Keys: 3 bytes; each image: 5.
    assertThat(modify)
        .isEqualTo(
            json(
                """
                {"eventName": "MODIFY", "eventVersion": "1.1", "eventSource": "aws:dynamodb",
                  "awsRegion": "eu-west-1",
                  "dynamodb": {"Keys": {"id": {"S": "a"}},
                    "NewImage": {"id": {"S": "a"}, "v": {"S": "2"}},
                    "OldImage": {"id": {"S": "a"}, "v": {"S": "1"}},
                    "SizeBytes": 13, "StreamViewType": "NEW_AND_OLD_IMAGES"},
                  "eventSourceARN": "%s"}
                """
                    .formatted(arn)));
  }

  private List<JsonNode> records() {
    var records = new ArrayList<JsonNode>();
    stream.events.forEach(event -> event.path("Records").forEach(records::add));
    return records;
  }

  @Test
  void aQueueLearnsOfABatchThatIsGivenUp() {
    stream.answer(event -> null);
    put("a", "1");
    map(
        mapping -> {
          toQueue(mapping);
          mapping.maximumRetryAttempts(1);
        });
    var record = awaitFailure();
    var batch = (ObjectNode) record.path("DDBStreamBatchInfo");

    assertThat(record.at("/requestContext/condition").textValue())
        .isEqualTo("RetryAttemptsExhausted");
    assertThat(record.at("/requestContext/approximateInvokeCount").intValue()).isEqualTo(2);
    for (var arrival :
        List.of("approximateArrivalOfFirstRecord", "approximateArrivalOfLastRecord")) {
      // No milliseconds, unlike Kinesis.
      assertThat(batch.path(arrival).textValue()).matches("[^.]*T\\d\\d:\\d\\d:\\d\\dZ");
      assertThat(Instant.parse(batch.path(arrival).textValue())).isAfter(Instant.EPOCH);
    }
    assertThat(batch.path("batchSize").intValue()).isEqualTo(1);
    assertThat(batch.path("streamArn").textValue()).isEqualTo(arn);
    assertThat(batch.path("shardId").textValue()).matches("shardId-\\d{20}-[0-9a-f]{8}");
    assertThat(batch.path("startSequenceNumber")).isEqualTo(batch.path("endSequenceNumber"));
  }

  /** K5: ten deliveries of six items, five of them of the one that fails. */
  @Test
  void aRecordThatIsReportedIsRetriedAlone() {
    stream.answer(
        event -> {
          if (!ids(event).contains("5")) {
            return "{\"batchItemFailures\": []}";
          }
          var last = event.path("Records").get(ids(event).indexOf("5"));
          return "{\"batchItemFailures\": [{\"itemIdentifier\": \"%s\"}]}"
              .formatted(last.at("/dynamodb/SequenceNumber").textValue());
        });
    IntStream.range(0, 6).forEach(i -> put(Integer.toString(i), "x"));
    map(
        mapping -> {
          toQueue(mapping);
          mapping
              .batchSize(3)
              .maximumRetryAttempts(3)
              .functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES);
        });
    var record = awaitFailure();

    assertThat(batches())
        .containsExactly(
            List.of("0", "1", "2"),
            List.of("3", "4", "5"),
            List.of("5"),
            List.of("5"),
            List.of("5"),
            List.of("5"));
    assertThat(record.at("/DDBStreamBatchInfo/batchSize").intValue()).isEqualTo(1);
    assertThat(record.at("/requestContext/approximateInvokeCount").intValue()).isEqualTo(4);
  }

  /** K6. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"\"}]} | 3",
        "{\"batchItemFailures\": [{\"foo\": \"123\"}]} | 3",
        "{\"batchItemFailures\": []} | 1",
        "{} | 1",
        "null | 1"
      })
  void aReportIsOfAllOrOfNone(String response, int invocations) {
    stream.answer(event -> ids(event).contains("last") ? "null" : response);
    put("a", "1");
    map(
        mapping ->
            mapping
                .batchSize(1)
                .maximumRetryAttempts(2)
                .functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES));
    put("last", "1");
    await(() -> batches().contains(List.of("last")));

    assertThat(batches().stream().filter(batch -> batch.equals(List.of("a")))).hasSize(invocations);
  }

  @Test
  void filtersSeeTheWholeRecord() {
    map(
        mapping ->
            mapping.filterCriteria(
                criteria ->
                    criteria.filters(
                        Filter.builder()
                            .pattern(
                                """
                                {"eventName": ["INSERT"],
                                  "dynamodb": {"NewImage": {"v": {"S": [{"prefix": "y"}]}}}}
                                """)
                            .build())));
    put("no", "x1");
    put("yes", "y1");
    put("yes", "y2");
    put("end", "y3");
    await(() -> records().size() >= 2);

    assertThat(batches().stream().flatMap(List::stream)).containsExactly("yes", "end");
  }

  @Test
  void changesOfOneItemStayInOrderWhenLanesRunAtTheSameTime() {
    map(mapping -> mapping.parallelizationFactor(4).batchSize(5));
    for (int round = 0; round < 10; round++) {
      for (int item = 0; item < 8; item++) {
        put("item " + item, Integer.toString(round));
      }
    }
    await(() -> records().size() >= 80);

    assertThat(records()).hasSize(80);
    for (int item = 0; item < 8; item++) {
      var id = "item " + item;
      assertThat(
              records().stream()
                  .filter(record -> record.at("/dynamodb/Keys/id/S").textValue().equals(id))
                  .map(record -> record.at("/dynamodb/NewImage/v/S").textValue()))
          .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }
  }

  @Test
  void latestSkipsWhatWasThereBefore() {
    put("before", "1");
    map(mapping -> mapping.startingPosition(EventSourcePosition.LATEST));
    var puts = new AtomicInteger();
    await(
        () -> {
          put("after " + puts.incrementAndGet(), "1");
          return !stream.events.isEmpty();
        });

    assertThat(batches().stream().flatMap(List::stream)).doesNotContain("before");
  }

  /** K3. */
  @Test
  void aTimestampIsNoPlaceToStartFrom() {
    assertThatThrownBy(
            () ->
                map(
                    mapping ->
                        mapping
                            .startingPosition(EventSourcePosition.AT_TIMESTAMP)
                            .startingPositionTimestamp(Instant.EPOCH)))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("Unsupported starting position for arn type: " + arn);
  }
}
