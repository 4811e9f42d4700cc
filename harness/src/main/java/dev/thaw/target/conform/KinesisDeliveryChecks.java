package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;

/** K2 and K9: what a function gets of a Kinesis stream. */
final class KinesisDeliveryChecks {
  private static final String CREATE =
      recorded("test_create_kinesis_event_source_mapping", "2025-11-25");
  private static final String FILTER =
      recorded("test_kinesis_event_filtering_json_pattern", "2025-11-25");
  private static final String MULTIPLE =
      recorded(
          "test_create_kinesis_event_source_mapping_multiple_lambdas_single_kinesis_event_stream",
          "2025-11-25");
  private static final String TRIM =
      recorded("test_kinesis_event_source_trim_horizon", "2025-11-25");
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private KinesisDeliveryChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "K2.1",
              "a record",
              CREATE,
              """
            {"awsRegion":"<region>","eventID":"shardId-000000000000:<sequence number>",\
            "eventName":"aws:kinesis:record","eventSource":"aws:kinesis",\
            "eventSourceARN":"arn:aws:kinesis:<region>:<account>:stream/<stream>",\
            "eventVersion":"1.0","invokeIdentityArn":"<role>",\
            "kinesis":{"approximateArrivalTimestamp":0,"data":"aGVsbG8=",\
            "kinesisSchemaVersion":"1.0","partitionKey":"test_0",\
            "sequenceNumber":"<sequence number>"}}""",
              KinesisDeliveryChecks::record),
          Check.exact("K2.2", "members of the event", CREATE, "[Records]", stage -> members(stage)),
          Check.judged(
              "K2.3",
              "approximateArrivalTimestamp",
              CREATE,
              "seconds, with a fraction",
              KinesisDeliveryChecks::arrival),
          Check.judged(
              "K2.4",
              "a sequence number",
              CREATE,
              "56 digits, as in eventID, growing from record to record",
              KinesisDeliveryChecks::sequenceNumbers),
          Check.exact(
              "K9.1",
              "records that a filter on JSON data does not match",
              FILTER,
              "[two]",
              KinesisDeliveryChecks::filtered),
          Check.exact(
              "K9.2",
              "records that each of two functions on one stream gets",
              MULTIPLE,
              "3, 3",
              KinesisDeliveryChecks::twoFunctions),
          Check.exact(
              "K9.3",
              "batches of at most 10 of 20 records before the mapping and 10 after",
              TRIM,
              "[10, 10, 10]",
              KinesisDeliveryChecks::trimHorizon),
          Check.exact(
              "K9.4",
              "records from LATEST on: those put after the mapping was enabled",
              CREATE,
              "[after]",
              KinesisDeliveryChecks::latest));

  static List<Check> all() {
    return ALL;
  }

  /** The records that arrive of these, put before the mapping is made. */
  private static List<JsonNode> records(Stage stage, String data, String... keys) {
    var flow = Flow.create(stage);
    var function = stage.function(Script.LOG);
    flow.putAll(data, keys);
    Mapping.create(function, flow.arn(), create -> create);
    return stage.await(
        keys.length + " records",
        LIMIT,
        () -> java.util.Optional.of(arrived(function)).filter(all -> all.size() >= keys.length));
  }

  /** The records of all events that a logging function got so far. */
  static List<JsonNode> arrived(Subject function) {
    return events(function).stream()
        .flatMap(event -> StreamSupport.stream(event.path("Records").spliterator(), false))
        .toList();
  }

  static List<JsonNode> events(Subject function) {
    return function.log().stream()
        .map(event -> event.message())
        .filter(message -> message.startsWith("EVENT "))
        .map(message -> Shown.parsed(message.substring("EVENT ".length())))
        .toList();
  }

  private static String record(Stage stage) {
    var record = records(stage, "hello", "test_0").get(0);
    return stage
        .mask()
        .apply(Shown.sorted(record))
        .replaceAll("(approximateArrivalTimestamp\":)[0-9.E]+", "$10");
  }

  private static String members(Stage stage) {
    var flow = Flow.create(stage);
    var function = stage.function(Script.LOG);
    flow.put("key", "hello");
    Mapping.create(function, flow.arn(), create -> create);
    var event = Shown.parsed(function.awaitEvents(LIMIT, 1).get(0));
    return StreamSupport.stream(((Iterable<String>) event::fieldNames).spliterator(), false)
        .toList()
        .toString();
  }

  private static Seen arrival(Stage stage) {
    var time = records(stage, "hello", "key").get(0).at("/kinesis/approximateArrivalTimestamp");
    double seconds = time.asDouble();
    return new Seen(time.toString(), time.isNumber() && seconds > 1.6e9 && seconds < 1e11);
  }

  private static Seen sequenceNumbers(Stage stage) {
    var numbers =
        records(stage, "hello", "a", "b", "c").stream()
            .map(record -> record.at("/kinesis/sequenceNumber").asText())
            .toList();
    return new Seen(
        numbers.toString(),
        numbers.stream().allMatch(number -> number.matches("\\d{56}"))
            && numbers.equals(numbers.stream().sorted().distinct().toList()));
  }

  private static String filtered(Stage stage) {
    var flow = Flow.create(stage);
    var function = stage.function(Script.LOG);
    flow.put("one", "{\"kind\":\"unwanted\"}");
    flow.put("two", "{\"kind\":\"wanted\"}");
    flow.put("three", "{\"kind\":\"unwanted\"}");
    Mapping.create(
        function,
        flow.arn(),
        create ->
            create
                .batchSize(1)
                .filterCriteria(
                    all -> all.filters(Mapping.filter("{\"data\":{\"kind\":[\"wanted\"]}}"))));
    function.awaitEvents(LIMIT, 1);
    stage.pause(Duration.ofSeconds(10));
    return keys(function);
  }

  private static String keys(Subject function) {
    return arrived(function).stream()
        .map(record -> record.at("/kinesis/partitionKey").asText())
        .toList()
        .toString();
  }

  private static String twoFunctions(Stage stage) {
    var flow = Flow.create(stage);
    var first = stage.function(Script.LOG);
    var second = stage.otherFunction(Script.LOG);
    Mapping.create(first, flow.arn(), create -> create);
    Mapping.create(second, flow.arn(), create -> create);
    flow.putAll("hello", "a", "b", "c");
    return count(first, 3) + ", " + count(second, 3);
  }

  private static int count(Subject function, int least) {
    return function
        .stage()
        .await(
            least + " records",
            LIMIT,
            () -> java.util.Optional.of(arrived(function).size()).filter(size -> size >= least));
  }

  private static String trimHorizon(Stage stage) {
    var flow = Flow.create(stage);
    var function = stage.function(Script.LOG);
    var ten = IntStream.range(0, 10).mapToObj(i -> "test_0").toArray(String[]::new);
    UnaryOperator<CreateEventSourceMappingRequest.Builder> tens = create -> create.batchSize(10);
    flow.putAll("hello", ten);
    flow.putAll("hello", ten);
    var mapping = Mapping.create(function, flow.arn(), tens).awaitState("Enabled");
    flow.putAll("hello", ten);
    count(function, 30);
    mapping.awaitState("Enabled");
    return events(function).stream().map(event -> event.path("Records").size()).toList().toString();
  }

  private static String latest(Stage stage) {
    var flow = Flow.create(stage);
    var function = stage.function(Script.LOG);
    flow.put("before", "hello");
    Mapping.create(function, flow.arn(), create -> create.startingPosition("LATEST"))
        .awaitState("Enabled");
    stage.pause(Duration.ofSeconds(20));
    flow.put("after", "hello");
    count(function, 1);
    return keys(function);
  }
}
