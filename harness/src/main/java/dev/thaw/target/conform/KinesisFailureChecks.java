package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/** K4 and K7: what becomes of records that fail, or that are too old. */
final class KinesisFailureChecks {
  private static final String SQS =
      recorded(
          "test_kinesis_event_source_mapping_with_on_failure_destination_config", "2025-11-25");
  private static final String S3 =
      recorded("test_kinesis_event_source_mapping_with_s3_on_failure_destination", "2025-11-25");
  private static final String RETRYING =
      recorded("test_kinesis_maximum_record_age_exceeded[expire-while-retrying]", "2025-11-25");
  private static final String BEFORE =
      recorded("test_kinesis_maximum_record_age_exceeded[expire-before-ingestion]", "2025-11-25");
  private static final String DISCARD =
      recorded("test_kinesis_maximum_record_age_exceeded_discard_records", "2025-11-25");
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final String BATCH =
      """
      {"approximateArrivalOfFirstRecord":"<time>","approximateArrivalOfLastRecord":"<time>",\
      "batchSize":1,"endSequenceNumber":"<sequence number>","shardId":"shardId-000000000000",\
      "startSequenceNumber":"<sequence number>",\
      "streamArn":"arn:aws:kinesis:<region>:<account>:stream/<stream>"}""";

  private static final String EXHAUSTED =
      """
      "requestContext":{"approximateInvokeCount":2,"condition":"RetryAttemptsExhausted",\
      "functionArn":"arn:aws:lambda:<region>:<account>:function:<function>",\
      "requestId":"<uuid>"},"responseContext":{"executedVersion":"$LATEST",\
      "functionError":"Unhandled","statusCode":200},"timestamp":"<time>","version":"1.0"}""";

  private KinesisFailureChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "K4.1",
              "a queue on failure, after one retry",
              SQS,
              "{\"KinesisBatchInfo\":" + BATCH + "," + EXHAUSTED,
              stage -> failed(stage, 1).awaitBody(LIMIT)),
          Check.exact(
              "K4.2",
              "approximateInvokeCount with MaximumRetryAttempts 2",
              SQS,
              "3",
              stage ->
                  Shown.parsed(failed(stage, 2).await(LIMIT).body())
                      .at("/requestContext/approximateInvokeCount")
                      .asText()),
          Check.judged(
              "K4.3",
              "times of arrival in the record",
              SQS,
              "with milliseconds: YYYY-MM-DDTHH:MM:SS.mmmZ",
              KinesisFailureChecks::arrival),
          Check.exact(
              "K4.4",
              "a bucket on failure: the record has the payload",
              S3,
              "[KinesisBatchInfo, payload, requestContext, responseContext, timestamp, version], 1"
                  + " record",
              KinesisFailureChecks::inBucket),
          Check.judged(
              "K4.5",
              "the key in that bucket",
              S3,
              "aws/lambda/<uuid>/shardId-000000000000/YYYY/MM/DD/YYYY-MM-DDTHH.MM.SS-<uuid>",
              KinesisFailureChecks::key),
          Check.exact(
              "K7.1",
              "a record that gets too old while it is tried: no responseContext",
              RETRYING,
              "{\"KinesisBatchInfo\":" + BATCH + "," + tooOld("<n>"),
              stage -> expired(stage).awaitBody(LIMIT).replaceAll("(InvokeCount\":)\\d+", "$1<n>")),
          Check.judged(
                  "K7.2",
                  "attempts at it within 60 s",
                  RETRYING,
                  "8, or one more or less: the function's own time counts, too",
                  KinesisFailureChecks::attempts)
              .alone(),
          Check.exact(
              "K7.3",
              "a record that is too old when it is first read",
              BEFORE,
              "{\"KinesisBatchInfo\":" + BATCH + "," + tooOld("1"),
              stage -> expiredBefore(stage, stage.function(Script.LOG)).awaitBody(LIMIT)),
          Check.exact(
              "K7.4",
              "the records of a batch that are not too old",
              DISCARD,
              "[young, young]",
              KinesisFailureChecks::rest));

  static List<Check> all() {
    return ALL;
  }

  private static String tooOld(String count) {
    return """
        "requestContext":{"approximateInvokeCount":%s,"condition":"RecordAgeExceeded",\
        "functionArn":"arn:aws:lambda:<region>:<account>:function:<function>",\
        "requestId":"<uuid>"},"timestamp":"<time>","version":"1.0"}"""
        .formatted(count);
  }

  private static UnaryOperator<CreateEventSourceMappingRequest.Builder> onFailure(String arn) {
    return create ->
        create.batchSize(1).destinationConfig(to -> to.onFailure(there -> there.destination(arn)));
  }

  private static Mailbox failed(Stage stage, int retries) {
    var queue = stage.queue();
    var flow = Flow.create(stage);
    flow.put("key", "hello");
    Mapping.create(
        stage.function(Script.FAIL),
        flow.arn(),
        create -> onFailure(queue.arn()).apply(create).maximumRetryAttempts(retries));
    return queue;
  }

  private static Seen arrival(Stage stage) {
    var time =
        Shown.parsed(failed(stage, 0).await(LIMIT).body())
            .at("/KinesisBatchInfo/approximateArrivalOfFirstRecord")
            .asText();
    return new Seen(time, time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
  }

  /** A bucket, and the mapping whose failed records are kept there. */
  private record Kept(Storage bucket, String mapping) {
    String awaitKey() {
      return bucket
          .stage()
          .await("object in the bucket", LIMIT, () -> bucket.first().map(S3Object::key));
    }
  }

  private static Kept kept(Stage stage) {
    var bucket = Storage.create(stage);
    var flow = Flow.create(stage);
    flow.put("key", "hello");
    var mapping =
        Mapping.create(
            stage.function(Script.FAIL),
            flow.arn(),
            create -> onFailure(bucket.arn()).apply(create).maximumRetryAttempts(1));
    return new Kept(bucket, mapping.uuid());
  }

  private static String inBucket(Stage stage) {
    var kept = kept(stage);
    var record = Shown.parsed(kept.bucket().read(kept.awaitKey()));
    var members = new java.util.TreeSet<String>();
    record.fieldNames().forEachRemaining(members::add);
    return members + ", " + record.at("/payload/Records").size() + " record";
  }

  private static Seen key(Stage stage) {
    var kept = kept(stage);
    var key = kept.awaitKey();
    return new Seen(
        key,
        key.matches(
            "aws/lambda/%s/shardId-000000000000/\\d{4}/\\d\\d/\\d\\d/".formatted(kept.mapping())
                + "\\d{4}-\\d\\d-\\d\\dT\\d\\d\\.\\d\\d\\.\\d\\d-[0-9a-f-]{36}"));
  }

  private static Mailbox expired(Stage stage) {
    var queue = stage.queue();
    var flow = Flow.create(stage);
    flow.put("key", "hello");
    Mapping.create(
        stage.function(Script.FAIL),
        flow.arn(),
        create -> onFailure(queue.arn()).apply(create).maximumRecordAgeInSeconds(60));
    return queue;
  }

  private static Seen attempts(Stage stage) {
    int count =
        Shown.parsed(expired(stage).await(LIMIT).body())
            .at("/requestContext/approximateInvokeCount")
            .asInt();
    return new Seen(String.valueOf(count), count >= 7 && count <= 9);
  }

  private static Mailbox expiredBefore(Stage stage, Subject function) {
    var queue = stage.queue();
    var flow = Flow.create(stage);
    flow.put("old", "hello");
    stage.pause(Duration.ofSeconds(75));
    flow.putAll("hello", "young", "young");
    Mapping.create(
        function,
        flow.arn(),
        create ->
            onFailure(queue.arn())
                .apply(create)
                .batchSize(10)
                .maximumRetryAttempts(0)
                .maximumRecordAgeInSeconds(60));
    return queue;
  }

  private static String rest(Stage stage) {
    var function = stage.function(Script.LOG);
    expiredBefore(stage, function);
    function.awaitEvents(LIMIT, 1);
    stage.pause(Duration.ofSeconds(10));
    return KinesisDeliveryChecks.arrived(function).stream()
        .map(record -> record.at("/kinesis/partitionKey").asText())
        .toList()
        .toString();
  }
}
