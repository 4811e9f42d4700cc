package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.model.Message;

/** A2, A4 and A5: what destinations and dead-letter queues get. */
final class DestinationChecks {
  private static final String SQS =
      recorded("test_assess_lambda_destination_invocation", "2025-11-24");
  private static final String DLQ = recorded("test_dead_letter_queue", "2025-11-24");
  private static final String PAGE =
      Source.page("lambda/latest/dg/invocation-async-retain-records.html");
  private static final Duration LIMIT = Duration.ofMinutes(6);

  private static final String SUCCESS =
      """
      {"requestContext":{"approximateInvokeCount":1,"condition":"Success",\
      "functionArn":"arn:aws:lambda:<region>:<account>:function:<function>:$LATEST",\
      "requestId":"<uuid>"},"requestPayload":{"number":1},\
      "responseContext":{"executedVersion":"$LATEST","statusCode":200},\
      "responsePayload":{"number":1},"timestamp":"<time>","version":"1.0"}""";

  private static final String FAILURE =
      """
      {"requestContext":{"approximateInvokeCount":1,"condition":"RetriesExhausted",\
      "functionArn":"arn:aws:lambda:<region>:<account>:function:<function>:$LATEST",\
      "requestId":"<uuid>"},"requestPayload":{"number":1},\
      "responseContext":{"executedVersion":"$LATEST","functionError":"Unhandled",\
      "statusCode":200},"responsePayload":{"errorMessage":"intentional failure",\
      "errorType":"Intended"},"timestamp":"<time>","version":"1.0"}""";

  private DestinationChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "A2.1", "a queue on success", SQS, SUCCESS, stage -> record(stage, Script.ECHO)),
          Check.exact(
              "A2.2", "a queue on failure", SQS, FAILURE, stage -> record(stage, Script.FAIL)),
          Check.judged(
              "A2.3",
              "the request id in the record",
              SQS,
              "that which the caller was answered",
              DestinationChecks::sameId),
          Check.exact(
              "A2.4", "a function on success", PAGE, SUCCESS, DestinationChecks::toFunction),
          Check.exact("A2.5", "a bucket on failure", PAGE, FAILURE, DestinationChecks::toBucket),
          Check.exact(
              "A2.6",
              "the ARN in the record of an event to an alias, and the version executed",
              PAGE,
              "arn:aws:lambda:<region>:<account>:function:<function>:live, 1",
              DestinationChecks::ofAlias),
          Check.exact(
              "A4.1",
              "the message in a dead-letter queue",
              DLQ,
              "{\"number\":1}",
              stage -> deadLetter(stage).body()),
          Check.exact(
              "A4.2",
              "its attributes",
              DLQ,
              "{ErrorCode=Number 200, ErrorMessage=String intentional failure, RequestID=String"
                  + " <uuid>}",
              DestinationChecks::attributes),
          Check.exact(
              "A5.1",
              "an event bus as a destination",
              recorded("test_invoke_lambda_eventbridge", "2025-11-24"),
              """
            200 {"DestinationConfig":{"OnFailure":{},"OnSuccess":\
            {"Destination":"arn:aws:events:<region>:<account>:event-bus/default"}}}""",
              DestinationChecks::eventBus));

  static List<Check> all() {
    return ALL;
  }

  private static String record(Stage stage, Script script) {
    var queue = stage.queue();
    AsyncRetryChecks.configured(stage, script, queue, config -> config.maximumRetryAttempts(0))
        .event("{\"number\":1}");
    return queue.awaitBody(LIMIT);
  }

  private static Seen sameId(Stage stage) {
    var queue = stage.queue();
    var function = AsyncRetryChecks.configured(stage, Script.ECHO, queue, config -> config);
    var id = function.event("{}").responseMetadata().requestId();
    var told = Shown.parsed(queue.await(LIMIT).body()).at("/requestContext/requestId").asText();
    return new Seen(
        told.equals(id) ? "that which the caller was answered" : told + " instead of " + id,
        told.equals(id));
  }

  private static String toFunction(Stage stage) {
    var function = stage.function(Script.ECHO);
    var receiver = stage.otherFunction(Script.LOG);
    function.configureEvents(
        put ->
            put.destinationConfig(
                config -> config.onSuccess(to -> to.destination(receiver.arn()))));
    function.event("{\"number\":1}");
    var received = receiver.awaitEvents(LIMIT, 1).get(0);
    return stage.mask().apply(Shown.sorted(Shown.parsed(received)));
  }

  private static String toBucket(Stage stage) {
    var bucket = Storage.create(stage);
    var function = stage.function(Script.FAIL);
    function.configureEvents(
        put ->
            put.maximumRetryAttempts(0)
                .destinationConfig(config -> config.onFailure(to -> to.destination(bucket.arn()))));
    function.event("{\"number\":1}");
    var key = stage.await("object in the bucket", LIMIT, () -> bucket.first().map(S3Object::key));
    return stage.mask().apply(Shown.sorted(Shown.parsed(bucket.read(key))));
  }

  private static String ofAlias(Stage stage) {
    var queue = stage.queue();
    var function = stage.function(Script.ECHO);
    var alias = function.alias(function.publish());
    function.configureEvents(
        put ->
            put.qualifier(alias)
                .destinationConfig(config -> config.onSuccess(to -> to.destination(queue.arn()))));
    stage
        .lambda()
        .invoke(
            call -> call.functionName(function.name()).qualifier(alias).invocationType("Event"));
    var told = Shown.parsed(queue.await(LIMIT).body());
    return stage
        .mask()
        .apply(
            told.at("/requestContext/functionArn").asText()
                + ", "
                + told.at("/responseContext/executedVersion").asText());
  }

  private static Message deadLetter(Stage stage) {
    var queue = stage.queue();
    var function =
        stage.function(
            Script.FAIL, create -> create.deadLetterConfig(to -> to.targetArn(queue.arn())));
    function.configureEvents(put -> put.maximumRetryAttempts(0));
    function.event("{\"number\":1}");
    return queue.await(LIMIT);
  }

  private static String attributes(Stage stage) {
    var attributes = new TreeMap<String, String>();
    deadLetter(stage)
        .messageAttributes()
        .forEach(
            (name, value) ->
                attributes.put(
                    name,
                    value.dataType() + " " + Optional.ofNullable(value.stringValue()).orElse("")));
    return stage.mask().apply(attributes.toString());
  }

  private static String eventBus(Stage stage) {
    var function = stage.function(Script.ECHO);
    var identity = stage.identity();
    var bus =
        "arn:aws:events:%s:%s:event-bus/default".formatted(identity.region(), identity.account());
    return stage.shown(
        function.configureEvents(
            put -> put.destinationConfig(config -> config.onSuccess(to -> to.destination(bus)))),
        "DestinationConfig");
  }
}
