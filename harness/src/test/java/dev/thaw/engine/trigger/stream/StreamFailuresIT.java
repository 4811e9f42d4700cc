package dev.thaw.engine.trigger.stream;

import static dev.thaw.engine.trigger.stream.MappedStream.await;
import static dev.thaw.engine.trigger.stream.MappedStream.json;
import static dev.thaw.engine.trigger.stream.MappedStream.pause;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thaw.engine.EngineUnderTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What becomes of records whose invocations fail; numbers and members as recorded 2025-11-25,
 * localstack test_lambda_integration_kinesis.
 */
final class StreamFailuresIT {
  private static final String SHARD = "shardId-000000000000";

  @TempDir private Path folder;
  private MappedStream stream;
  private SqsClient sqs;
  private String queue;

  @BeforeEach
  void start() {
    start(60);
  }

  private void restart(double scale) {
    stop();
    start(scale);
  }

  private void start(double scale) {
    stream = new MappedStream(folder, 1, scale);
    sqs = stream.engine.sqs();
    queue = sqs.createQueue(create -> create.queueName("failures")).queueUrl();
  }

  @AfterEach
  void stop() {
    sqs.close();
    stream.close();
  }

  private static void toQueue(CreateEventSourceMappingRequest.Builder mapping) {
    mapping.destinationConfig(
        config ->
            config.onFailure(
                to ->
                    to.destination(
                        "arn:aws:sqs:eu-west-1:" + EngineUnderTest.ACCOUNT + ":failures")));
  }

  private List<JsonNode> awaitFailures(int count) {
    var received = new ArrayList<JsonNode>();
    await(
        () -> {
          sqs.receiveMessage(receive -> receive.queueUrl(queue).maxNumberOfMessages(10))
              .messages()
              .forEach(message -> received.add(json(message.body())));
          return received.size() >= count;
        });
    return received;
  }

  /** K4. */
  @Test
  void aQueueLearnsOfABatchThatIsGivenUp() {
    stream.answer(event -> null);
    stream.map(
        mapping -> {
          toQueue(mapping);
          mapping.maximumRetryAttempts(1).maximumBatchingWindowInSeconds(5);
        });
    var first = stream.putWithKey("k", "a");
    var last = stream.putWithKey("k", "b");
    var record = (ObjectNode) awaitFailures(1).get(0);
    var requests = stream.engine.environments().requests();

    assertThat(stream.batches()).containsExactly(List.of("a", "b"), List.of("a", "b"));
    assertThat(record.path("timestamp").textValue()).matches("\\d{4}-.*T.*\\.\\d{3}Z");
    var batch = (ObjectNode) record.path("KinesisBatchInfo");
    for (var arrival :
        List.of("approximateArrivalOfFirstRecord", "approximateArrivalOfLastRecord")) {
      assertThat(batch.remove(arrival).textValue()).matches("\\d{4}-.*T.*\\.\\d{3}Z");
    }
    record.remove("timestamp");
    assertThat(record)
        .isEqualTo(
            json(
                """
                {"requestContext": {"requestId": "%s",
                    "functionArn": "arn:aws:lambda:eu-west-1:111111111111:function:consumer",
                    "condition": "RetryAttemptsExhausted", "approximateInvokeCount": 2},
                  "responseContext": {"statusCode": 200, "executedVersion": "$LATEST",
                    "functionError": "Unhandled"},
                  "version": "1.0",
                  "KinesisBatchInfo": {"shardId": "shardId-000000000000",
                    "startSequenceNumber": "%s", "endSequenceNumber": "%s", "batchSize": 2,
                    "streamArn": "arn:aws:kinesis:eu-west-1:111111111111:stream/orders"}}
                """
                    .formatted(requests.get(1).requestId(), first, last)));
  }

  /** K4: with the payload, under a key of the mapping's, the shard's and the time's. */
  @Test
  void aBucketGetsTheRecordsToo() {
    try (var s3 = stream.engine.s3()) {
      s3.createBucket(create -> create.bucket("failures"));
      stream.answer(event -> null);
      var uuid =
          stream.map(
              mapping ->
                  mapping
                      .maximumRetryAttempts(0)
                      .destinationConfig(
                          config ->
                              config.onFailure(to -> to.destination("arn:aws:s3:::failures"))));
      stream.put("a");
      await(() -> !s3.listObjectsV2(list -> list.bucket("failures")).contents().isEmpty());
      var key = s3.listObjectsV2(list -> list.bucket("failures")).contents().get(0).key();
      var record = json(s3.getObjectAsBytes(get -> get.bucket("failures").key(key)).asUtf8String());

      assertThat(key)
          .matches(
              "aws/lambda/%s/%s/\\d{4}/\\d\\d/\\d\\d/\\d{4}-\\d\\d-\\d\\dT\\d\\d\\.\\d\\d\\.\\d\\d-[0-9a-f-]{36}"
                  .formatted(uuid, SHARD));
      assertThat(MappedStream.data(record.path("payload"))).containsExactly("a");
      assertThat(record.path("requestContext").path("condition").textValue())
          .isEqualTo("RetryAttemptsExhausted");
    }
  }

  /** K5: after a partial failure the retries of what is left are counted anew. */
  @Test
  void aRecordThatIsReportedIsRetriedAlone() {
    stream.answer(
        event -> {
          if (MappedStream.data(event).contains("5")) {
            var number = last(event).at("/kinesis/sequenceNumber").textValue();
            return "{\"batchItemFailures\": [{\"itemIdentifier\": \"%s\"}]}".formatted(number);
          }
          return "{\"batchItemFailures\": []}";
        });
    stream.put("0", "1", "2", "3", "4", "5");
    stream.map(
        mapping -> {
          toQueue(mapping);
          mapping
              .batchSize(3)
              .maximumRetryAttempts(3)
              .functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES);
        });
    var record = awaitFailures(1).get(0);

    // Ten deliveries: five records once, and the sixth in its batch and four times alone.
    assertThat(stream.batches())
        .containsExactly(
            List.of("0", "1", "2"),
            List.of("3", "4", "5"),
            List.of("5"),
            List.of("5"),
            List.of("5"),
            List.of("5"));
    assertThat(record.at("/KinesisBatchInfo/batchSize").intValue()).isEqualTo(1);
    assertThat(record.at("/requestContext/approximateInvokeCount").intValue()).isEqualTo(4);
    assertThat(record.path("responseContext").has("functionError")).isTrue();
    assertThat(record.at("/responseContext/functionError").isNull()).isTrue();
  }

  private static JsonNode last(JsonNode event) {
    return event.path("Records").get(event.path("Records").size() - 1);
  }

  /** K6. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"nobody\"}]}",
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"\"}]}",
        "{\"batchItemFailures\": [{\"itemIdentifier\": null}]}",
        "{\"batchItemFailures\": [{\"foo\": \"bar\"}]}",
        "{\"batchItemFailures\": [{\"foo\": null}]}"
      })
  void aReportThatNamesNoRecordIsTheFailureOfAll(String response) {
    assertThat(invocations(response)).isEqualTo(3);
  }

  /** K6. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "[]",
        "null",
        "{}",
        "{\"batchItemFailures\": []}",
        "{\"batchItemFailures\": null}"
      })
  void aReportWithoutAFailureIsSuccess(String response) {
    assertThat(invocations(response)).isEqualTo(1);
  }

  private int invocations(String response) {
    stream.answer(event -> response);
    stream.put("a", "b");
    var uuid =
        stream.map(
            mapping ->
                mapping
                    .maximumRetryAttempts(2)
                    .functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES));
    stream.awaitEvents(1);
    // Retries come after 0.25 and 0.5 s of the platform's, which are 13 ms here.
    pause(300);
    assertThat(stream.lambda.getEventSourceMapping(get -> get.uuid(uuid)).state())
        .isEqualTo("Enabled");
    return stream.events.size();
  }

  /** K7: eight invocations in the minute that the record may live, and no response told. */
  @Test
  void aRecordThatGetsTooOldWhileItIsRetriedIsGivenUp() {
    restart(20);
    stream.answer(event -> null);
    stream.map(
        mapping -> {
          toQueue(mapping);
          mapping.batchSize(1).maximumRecordAgeInSeconds(60);
        });
    stream.put("a");
    var record = awaitFailures(1).get(0);

    assertThat(record.at("/requestContext/condition").textValue()).isEqualTo("RecordAgeExceeded");
    assertThat(record.at("/requestContext/approximateInvokeCount").intValue()).isEqualTo(8);
    assertThat(record.has("responseContext")).isFalse();
    assertThat(stream.events).hasSize(8);
  }

  /** K7: a record that is too old at first sight counts as invoked once; the others arrive. */
  @Test
  void recordsThatAreTooOldAreSplitOffTheirBatch() {
    stream.put("old");
    pause(1_200);
    stream.put("new");
    stream.map(
        mapping -> {
          toQueue(mapping);
          mapping.maximumRetryAttempts(0).maximumRecordAgeInSeconds(60);
        });
    stream.awaitEvents(1);
    var record = awaitFailures(1).get(0);

    assertThat(stream.batches()).containsExactly(List.of("new"));
    assertThat(record.at("/requestContext/condition").textValue()).isEqualTo("RecordAgeExceeded");
    assertThat(record.at("/requestContext/approximateInvokeCount").intValue()).isEqualTo(1);
    assertThat(record.at("/KinesisBatchInfo/batchSize").intValue()).isEqualTo(1);
  }

  @Test
  void aFailedBatchIsSplitUntilTheBadRecordIsAlone() {
    stream.answer(event -> MappedStream.data(event).contains("bad") ? null : "null");
    stream.put("a", "b", "bad", "c");
    stream.map(
        mapping -> {
          toQueue(mapping);
          mapping.bisectBatchOnFunctionError(true).maximumRetryAttempts(0);
        });
    var record = awaitFailures(1).get(0);

    await(() -> stream.batches().contains(List.of("c")));
    assertThat(stream.batches())
        .containsExactly(
            List.of("a", "b", "bad", "c"),
            List.of("a", "b"),
            List.of("bad", "c"),
            List.of("bad"),
            List.of("c"));
    assertThat(record.at("/KinesisBatchInfo/batchSize").intValue()).isEqualTo(1);
  }
}
