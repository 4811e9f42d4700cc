package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;

/** D1 to D6: what a function gets of a DynamoDB stream, and what becomes of it. */
final class DynamoDbChecks {
  private static final String RECORD = recorded("test_dynamodb_event_source_mapping", "2025-11-25");
  private static final String FAILURE =
      recorded(
          "test_dynamodb_event_source_mapping_with_on_failure_destination_config", "2025-11-25");
  private static final String PARTIAL =
      recorded("test_dynamodb_report_batch_item_failures", "2025-11-25");
  private static final String FILTER = recorded("test_dynamodb_event_filter", "2025-11-25");
  private static final String PAGE =
      Source.page("amazondynamodb/latest/developerguide/Streams.html");
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private DynamoDbChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "D1.1",
              "a record",
              RECORD,
              """
            {"awsRegion":"<region>","dynamodb":{"ApproximateCreationDateTime":0,\
            "Keys":{"my_partition_key":{"S":"hello world"}},\
            "NewImage":{"binary_key":{"B":"Zm9vYmFy"},"my_partition_key":{"S":"hello world"}},\
            "SequenceNumber":"<sequence number>","SizeBytes":70,"StreamViewType":"NEW_IMAGE"},\
            "eventID":"<id>","eventName":"INSERT","eventSource":"aws:dynamodb",\
            "eventSourceARN":"arn:aws:dynamodb:<region>:<account>:table/<table>/stream/<label>",\
            "eventVersion":"1.1"}""",
              DynamoDbChecks::record),
          size(
              "D1.2", StreamViewType.KEYS_ONLY, "3", "id, 1 character, and its value, 1 character"),
          size("D1.3", StreamViewType.NEW_IMAGE, "6", "the key and the new image"),
          Check.exact(
              "D1.4",
              "images of a put, a put over it and a delete with NEW_AND_OLD_IMAGES",
              PAGE,
              "[INSERT new, MODIFY new old, REMOVE old]",
              stage -> changes(stage, StreamViewType.NEW_AND_OLD_IMAGES)),
          Check.exact(
              "D1.5",
              "images of the same with OLD_IMAGE",
              PAGE,
              "[INSERT, MODIFY old, REMOVE old]",
              stage -> changes(stage, StreamViewType.OLD_IMAGE)),
          Check.exact(
              "D2.1",
              "CreateEventSourceMapping's BatchSize",
              recorded("test_deletion_event_source_mapping_with_dynamodb", "2025-11-25"),
              "100",
              stage ->
                  String.valueOf(
                      Mapping.create(
                              stage.function(Script.LOG), Table.create(stage).streamArn(), c -> c)
                          .created()
                          .batchSize())),
          Check.exact(
              "D3.1",
              "a queue on failure, after one retry",
              FAILURE,
              """
            {"DDBStreamBatchInfo":{"approximateArrivalOfFirstRecord":"<time>",\
            "approximateArrivalOfLastRecord":"<time>","batchSize":1,\
            "endSequenceNumber":"<sequence number>","shardId":"<shard>",\
            "startSequenceNumber":"<sequence number>",\
            "streamArn":"arn:aws:dynamodb:<region>:<account>:table/<table>/stream/<label>"},\
            "requestContext":{"approximateInvokeCount":2,"condition":"RetryAttemptsExhausted",\
            "functionArn":"arn:aws:lambda:<region>:<account>:function:<function>",\
            "requestId":"<uuid>"},"responseContext":{"executedVersion":"$LATEST",\
            "functionError":"Unhandled","statusCode":200},"timestamp":"<time>","version":"1.0"}""",
              stage ->
                  failed(stage)
                      .awaitBody(LIMIT)
                      .replaceAll("shardId-[^\"]+", "<shard>")
                      .replaceAll("(equenceNumber\":\")\\d+", "$1<sequence number>")),
          Check.judged(
              "D3.2",
              "times of arrival in the record",
              FAILURE,
              "without milliseconds: YYYY-MM-DDTHH:MM:SSZ",
              DynamoDbChecks::arrival),
          Check.exact(
              "D4.1",
              "deliveries of 6 items in batches of 3, whose last one is reported failed, with 3"
                  + " retries",
              PARTIAL,
              "{test_0=1, test_1=1, test_2=1, test_3=1, test_4=1, test_5=5}",
              DynamoDbChecks::deliveries),
          Check.exact(
              "D5.1",
              "invocations for a batch that is answered by an empty item, with 2 retries",
              recorded("test_dynamodb_report_batch_item_failure_scenarios", "2025-11-25"),
              "3",
              stage ->
                  invocations(
                      stage,
                      BatchResponseChecks.answering(BatchResponseChecks.identified("\"\"")),
                      3)),
          Check.exact(
              "D5.2",
              "invocations for a batch that is answered by null, with 2 retries",
              recorded("test_dynamodb_report_batch_item_success_scenarios", "2025-11-25"),
              "1",
              stage -> invocations(stage, BatchResponseChecks.answering("null"), 1)),
          Check.exact(
              "D6.1",
              "items put twice, of which a filter wants INSERT",
              FILTER,
              "[INSERT]",
              stage -> filtered(stage, "{\"eventName\":[\"INSERT\"]}")),
          Check.exact(
              "D6.2",
              "items put twice, of which a filter wants a key by prefix",
              FILTER,
              "[INSERT, MODIFY]",
              stage ->
                  filtered(
                      stage, "{\"dynamodb\":{\"Keys\":{\"id\":{\"S\":[{\"prefix\":\"wan\"}]}}}}")),
          Check.exact(
              "D6.3",
              "the same mapping twice",
              recorded("test_duplicate_event_source_mappings", "2025-11-25"),
              """
            409 ResourceConflictException {"Type":"User","message":"The event source arn (\\" \
            arn:aws:dynamodb:<region>:<account>:table/<table>/stream/<label> \\") and function (\\" \
            <function> \\") provided mapping already exists. Please update or delete the existing \
            mapping with UUID <uuid>"}""",
              DynamoDbChecks::twice));

  static List<Check> all() {
    return ALL;
  }

  private static Mapping mapped(
      Subject function, Table table, UnaryOperator<CreateEventSourceMappingRequest.Builder> more) {
    return Mapping.create(function, table.streamArn(), more);
  }

  private static List<JsonNode> records(Subject function, int least) {
    return function
        .stage()
        .await(
            least + " records",
            LIMIT,
            () ->
                Optional.of(KinesisDeliveryChecks.arrived(function))
                    .filter(all -> all.size() >= least));
  }

  private static String record(Stage stage) {
    var table = Table.create(stage, "my_partition_key", StreamViewType.NEW_IMAGE);
    var function = stage.function(Script.LOG);
    mapped(function, table, create -> create);
    table.put(
        "hello world",
        Map.of("binary_key", AttributeValue.fromB(SdkBytes.fromUtf8String("foobar"))));
    return stage
        .mask()
        .apply(Shown.sorted(records(function, 1).get(0)))
        .replaceAll("(DateTime\":)[0-9.E]+", "$10")
        .replaceAll("(SequenceNumber\":\")\\d+", "$1<sequence number>")
        .replaceAll("(eventID\":\")[0-9a-f-]{32,36}\"", "$1<id>\"")
        .replaceAll("(eventID\":\")<uuid>", "$1<id>");
  }

  private static Check size(String id, StreamViewType view, String size, String why) {
    return Check.exact(
        id,
        "SizeBytes of an item {id: x} with " + view + ": " + why,
        RECORD + "; 54, 58 and 70 of other items",
        size,
        stage -> {
          var table = Table.create(stage, "id", view);
          var function = stage.function(Script.LOG);
          mapped(function, table, create -> create);
          table.put("x");
          return records(function, 1).get(0).at("/dynamodb/SizeBytes").asText();
        });
  }

  private static String changes(Stage stage, StreamViewType view) {
    var table = Table.create(stage, "id", view);
    var function = stage.function(Script.LOG);
    mapped(function, table, create -> create);
    table.put("x", Map.of("value", AttributeValue.fromN("1")));
    table.put("x", Map.of("value", AttributeValue.fromN("2")));
    table.delete("x");
    return records(function, 3).stream()
        .map(
            record ->
                record.path("eventName").asText()
                    + (record.at("/dynamodb/NewImage").isObject() ? " new" : "")
                    + (record.at("/dynamodb/OldImage").isObject() ? " old" : ""))
        .toList()
        .toString();
  }

  private static Mailbox failed(Stage stage) {
    var queue = stage.queue();
    var table = Table.create(stage);
    mapped(
        stage.function(Script.FAIL),
        table,
        create ->
            create
                .batchSize(1)
                .maximumRetryAttempts(1)
                .destinationConfig(to -> to.onFailure(there -> there.destination(queue.arn()))));
    table.put("x");
    return queue;
  }

  private static Seen arrival(Stage stage) {
    var time =
        Shown.parsed(failed(stage).await(LIMIT).body())
            .at("/DDBStreamBatchInfo/approximateArrivalOfFirstRecord")
            .asText();
    return new Seen(time, time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
  }

  private static String deliveries(Stage stage) {
    var queue = stage.queue();
    var table = Table.create(stage);
    var function = stage.function(BatchResponseChecks.SIXTH_FAILS);
    for (int i = 0; i < 6; i++) {
      table.put("test_" + i);
    }
    mapped(
        function,
        table,
        create ->
            create
                .batchSize(3)
                .maximumBatchingWindowInSeconds(1)
                .maximumRetryAttempts(3)
                .functionResponseTypesWithStrings("ReportBatchItemFailures")
                .destinationConfig(to -> to.onFailure(there -> there.destination(queue.arn()))));
    queue.await(LIMIT);
    var counts = new TreeMap<String, Integer>();
    records(function, 10)
        .forEach(
            record -> counts.merge(record.at("/dynamodb/Keys/id/S").asText(), 1, Integer::sum));
    return counts.toString();
  }

  private static String invocations(Stage stage, Script script, int least) {
    var table = Table.create(stage);
    var function = stage.function(script);
    table.put("x");
    mapped(
        function,
        table,
        create ->
            create
                .batchSize(1)
                .maximumRetryAttempts(2)
                .functionResponseTypesWithStrings("ReportBatchItemFailures"));
    function.awaitEvents(LIMIT, least);
    stage.pause(Duration.ofSeconds(30));
    return String.valueOf(KinesisDeliveryChecks.events(function).size());
  }

  private static String filtered(Stage stage, String pattern) {
    var table = Table.create(stage);
    var function = stage.function(Script.LOG);
    mapped(
        function,
        table,
        create -> create.batchSize(1).filterCriteria(all -> all.filters(Mapping.filter(pattern))));
    table.put("wanted", Map.of("value", AttributeValue.fromN("1")));
    table.put("wanted", Map.of("value", AttributeValue.fromN("2")));
    records(function, 1);
    stage.pause(Duration.ofSeconds(20));
    return KinesisDeliveryChecks.arrived(function).stream()
        .map(record -> record.path("eventName").asText())
        .toList()
        .toString();
  }

  private static String twice(Stage stage) {
    var table = Table.create(stage);
    var function = stage.function(Script.ECHO);
    mapped(function, table, create -> create);
    return stage.refusal(
        () ->
            stage
                .lambda()
                .createEventSourceMapping(
                    Mapping.request(function, table.streamArn(), create -> create)));
  }
}
