package dev.thaw.engine.trigger.async;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thaw.engine.EngineUnderTest;
import dev.thaw.engine.PlatformSettings;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.lambda.TestFunctions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Asynchronous invocations with platform time 100 times as fast: a minute of waiting takes 600 ms.
 * Sources of the numbers: localstack test_lambda_destinations and TestLambdaConcurrency, recorded
 * 2025-11-24 to 2025-11-27.
 */
final class AsyncInvocationIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FAIL = "\"fail\"";

  @TempDir private Path folder;
  private EngineUnderTest engine;
  private LambdaClient lambda;
  private SqsClient sqs;
  private String queue;
  private String queueArn;

  @BeforeEach
  void start() {
    engine = EngineUnderTest.start(folder, PlatformSettings.DEFAULT.withTimeScale(100));
    lambda = engine.lambda();
    sqs = engine.sqs();
    TestFunctions.createActive(lambda, "f");
    queue = sqs.createQueue(create -> create.queueName("records")).queueUrl();
    queueArn =
        requireNonNull(
            sqs.getQueueAttributes(
                    get -> get.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN));
  }

  @AfterEach
  void stop() {
    lambda.close();
    sqs.close();
    engine.close();
  }

  private InvokeResponse send(String payload) {
    return lambda.invoke(
        invoke ->
            invoke
                .functionName("f")
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String(payload)));
  }

  private void configure(Consumer<PutFunctionEventInvokeConfigRequest.Builder> settings) {
    lambda.putFunctionEventInvokeConfig(
        put -> {
          put.functionName("f")
              .destinationConfig(
                  to ->
                      to.onSuccess(success -> success.destination(queueArn))
                          .onFailure(failure -> failure.destination(queueArn)));
          settings.accept(put);
        });
  }

  private Message next() {
    var messages =
        sqs.receiveMessage(
                receive -> receive.queueUrl(queue).waitTimeSeconds(20).messageAttributeNames("All"))
            .messages();
    assertThat(messages).hasSize(1);
    return messages.get(0);
  }

  private JsonNode record() throws IOException {
    return JSON.readTree(next().body());
  }

  private List<String> invoked() {
    return engine.environments().requests().stream().map(InvocationRequest::requestId).toList();
  }

  @Test
  void isAcceptedWithoutAnAnswer() {
    var answer = send("{}");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.executedVersion()).isNull();
    assertThat(answer.payload().asUtf8String()).isEmpty();
  }

  @Test
  void successIsToldWithTheResponse() throws IOException {
    configure(put -> {});
    var id = send("{\"a\": 1}").responseMetadata().requestId();
    var record = record();

    assertThat(invoked()).containsExactly(id);
    assertThat(record.path("version").asText()).isEqualTo("1.0");
    assertThat(record.path("timestamp").asText()).matches("\\d{4}-.*T.*\\.\\d{3}Z");
    assertThat(record.path("requestContext"))
        .isEqualTo(
            JSON.readTree(
                """
                {"requestId": "%s",
                 "functionArn": "arn:aws:lambda:eu-west-1:111111111111:function:f:$LATEST",
                 "condition": "Success", "approximateInvokeCount": 1}
                """
                    .formatted(id)));
    assertThat(record.path("requestPayload")).isEqualTo(JSON.readTree("{\"a\": 1}"));
    assertThat(record.path("responseContext"))
        .isEqualTo(JSON.readTree("{\"statusCode\": 200, \"executedVersion\": \"$LATEST\"}"));
    assertThat(record.path("responsePayload")).isEqualTo(JSON.readTree("{\"a\": 1}"));
  }

  @Test
  void threeAttemptsShareOneRequestId() throws IOException {
    configure(put -> {});
    var id = send(FAIL).responseMetadata().requestId();
    var record = record();

    assertThat(invoked()).containsExactly(id, id, id);
    assertThat(record.at("/requestContext/condition").asText()).isEqualTo("RetriesExhausted");
    assertThat(record.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
    assertThat(record.at("/responseContext/functionError").asText()).isEqualTo("Unhandled");
    assertThat(record.at("/responsePayload/errorType").asText()).isEqualTo("Error");
  }

  @Test
  void withoutRetriesTheFirstErrorIsTheLast() throws IOException {
    configure(put -> put.maximumRetryAttempts(0));
    send(FAIL);

    assertThat(record().at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(1);
  }

  @Test
  void anEventThatWouldBeTooOldForItsRetryIsGivenUpAtOnce() throws IOException {
    configure(put -> put.maximumEventAgeInSeconds(60));
    send(FAIL);
    var record = record();

    assertThat(record.at("/requestContext/condition").asText()).isEqualTo("EventAgeExceeded");
    assertThat(record.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(1);
    assertThat(record.at("/responseContext/functionError").asText()).isEqualTo("Unhandled");
  }

  @Test
  void ninetySecondsAreEnoughForOneRetry() throws IOException {
    configure(put -> put.maximumEventAgeInSeconds(90));
    send(FAIL);
    var record = record();

    assertThat(record.at("/requestContext/condition").asText()).isEqualTo("EventAgeExceeded");
    assertThat(record.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(2);
  }

  @Test
  void withNothingReservedTheFunctionIsNotInvoked() throws IOException {
    configure(put -> {});
    lambda.putFunctionConcurrency(put -> put.functionName("f").reservedConcurrentExecutions(0));

    assertThat(send("{}").statusCode()).isEqualTo(202);
    var record = record();

    assertThat(invoked()).isEmpty();
    assertThat(record.at("/requestContext/condition").asText())
        .isEqualTo("ZeroReservedConcurrency");
    assertThat(record.at("/requestContext/approximateInvokeCount").asInt()).isZero();
    assertThat(record.has("responseContext")).isFalse();
    assertThat(record.has("responsePayload")).isFalse();
  }

  @Test
  void theDeadLetterQueueGetsThePayloadAndThreeAttributes() {
    lambda.updateFunctionConfiguration(
        update -> update.functionName("f").deadLetterConfig(dead -> dead.targetArn(queueArn)));
    lambda.waiter().waitUntilFunctionUpdatedV2(get -> get.functionName("f"));
    var id = send(FAIL).responseMetadata().requestId();
    var message = next();

    assertThat(message.body()).isEqualTo(FAIL);
    assertThat(message.messageAttributes().keySet())
        .containsExactlyInAnyOrder("RequestID", "ErrorCode", "ErrorMessage");
    assertThat(message.messageAttributes())
        .containsEntry("RequestID", attribute("String", id))
        .containsEntry("ErrorCode", attribute("Number", "200"));
  }

  private static MessageAttributeValue attribute(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }

  @Test
  void anotherFunctionIsInvokedWithTheRecord() throws IOException {
    TestFunctions.createActive(lambda, "g");
    lambda.putFunctionEventInvokeConfig(
        put ->
            put.functionName("f")
                .destinationConfig(
                    to ->
                        to.onSuccess(
                            success ->
                                success.destination(
                                    "arn:aws:lambda:eu-west-1:111111111111:function:g"))));
    lambda.putFunctionEventInvokeConfig(
        put ->
            put.functionName("g")
                .destinationConfig(to -> to.onSuccess(then -> then.destination(queueArn))));
    send("{\"a\": 1}");
    var record = record();

    assertThat(record.at("/requestPayload/requestPayload/a").asInt()).isEqualTo(1);
    assertThat(record.at("/requestPayload/requestContext/condition").asText()).isEqualTo("Success");
    assertThat(invoked()).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void aBucketGetsWhatFailed() throws Exception {
    try (var s3 = engine.s3()) {
      s3.createBucket(create -> create.bucket("failures"));
      configure(
          put ->
              put.maximumRetryAttempts(0)
                  .destinationConfig(
                      to -> to.onFailure(then -> then.destination("arn:aws:s3:::failures"))));
      send(FAIL);
      var key = firstKey(s3);

      assertThat(key)
          .matches(
              "aws/lambda/async/f/\\d{4}/\\d{2}/\\d{2}/"
                  + "\\d{4}-\\d{2}-\\d{2}T\\d{2}\\.\\d{2}\\.\\d{2}-[0-9a-f-]{36}");
      var content = s3.getObjectAsBytes(get -> get.bucket("failures").key(key)).asUtf8String();
      assertThat(JSON.readTree(content).at("/requestContext/condition").asText())
          .isEqualTo("RetriesExhausted");
    }
  }

  private static String firstKey(S3Client s3) throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      var found = s3.listObjectsV2(list -> list.bucket("failures")).contents();
      if (!found.isEmpty()) {
        return found.stream().map(S3Object::key).findFirst().orElseThrow();
      }
      Thread.sleep(20);
    }
    throw new AssertionError("nothing came into the bucket");
  }

  @Test
  void aFailureOfTheEngineIsRetriedWithoutCounting() throws IOException {
    configure(put -> put.maximumEventAgeInSeconds(60));
    send("\"crash\"");
    var record = record();

    // Put back after 1, 2, 4, 8 and 16 s: the sixth attempt is at 31 s, the next would be at 63 s.
    assertThat(invoked()).hasSizeBetween(2, 6);
    assertThat(record.at("/requestContext/condition").asText()).isEqualTo("EventAgeExceeded");
    assertThat(record.at("/requestContext/approximateInvokeCount").asInt()).isZero();
    assertThat(record.has("responseContext")).isFalse();
  }

  /** R9 and R10 of what was recorded: the event waits, and then runs the code that is current. */
  @Test
  void anEventWithoutConcurrencyWaitsAndRunsTheCodeOfItsStart() throws InterruptedException {
    var door = engine.environments().holdInvocations();
    lambda.putFunctionConcurrency(put -> put.functionName("f").reservedConcurrentExecutions(1));
    var first = send("1").responseMetadata().requestId();
    await(1);
    var second = send("2").responseMetadata().requestId();
    assertThatThrownBy(() -> lambda.invoke(invoke -> invoke.functionName("f")))
        .isInstanceOf(TooManyRequestsException.class);
    lambda.updateFunctionCode(
        update -> update.functionName("f").zipFile(EngineUnderTest.zip("two")));
    lambda.waiter().waitUntilFunctionUpdatedV2(get -> get.functionName("f"));
    assertThat(invoked()).containsExactly(first);

    door.complete(null);
    await(2);

    assertThat(invoked()).containsExactly(first, second);
    var versions = engine.environments().versions();
    assertThat(versions.get(1).code()).isNotEqualTo(versions.get(0).code());
  }

  private void await(int invocations) throws InterruptedException {
    for (int i = 0; i < 1000 && invoked().size() < invocations; i++) {
      Thread.sleep(20);
    }
    assertThat(invoked()).hasSize(invocations);
  }

  @Test
  void aDeletedFunctionsEventsAreForgotten() throws InterruptedException {
    lambda.putFunctionConcurrency(put -> put.functionName("f").reservedConcurrentExecutions(1));
    var door = engine.environments().holdInvocations();
    send("1");
    await(1);
    send("2");
    lambda.deleteFunction(delete -> delete.functionName("f"));
    door.complete(null);
    TestFunctions.createActive(lambda, "f");
    send("3");
    await(2);

    assertThat(engine.environments().requests().get(1).payload()).asString().isEqualTo("3");
  }

  @Test
  void aPayloadOfMoreThanOneMegabyteIsRefused() {
    var large = "\"" + "x".repeat(1_048_575) + "\"";

    assertThatThrownBy(() -> send(large))
        .hasMessageContaining(
            "1048577 byte payload is too large for the Event invocation type (limit 1048576"
                + " bytes)");
    assertThat(send("\"" + "x".repeat(1_048_574) + "\"").statusCode()).isEqualTo(202);
  }

  @Test
  void aTopicIsNoDeadLetterTargetHere() {
    assertThatThrownBy(
            () ->
                lambda.updateFunctionConfiguration(
                    update ->
                        update
                            .functionName("f")
                            .deadLetterConfig(
                                dead ->
                                    dead.targetArn("arn:aws:sns:eu-west-1:111111111111:topic"))))
        .hasMessageContaining("DeadLetterConfig with an SNS topic is not implemented");
  }

  @Test
  void thousandsOfEventsRunOnceEach() throws InterruptedException {
    for (int i = 0; i < 2000; i++) {
      send("{}");
    }
    await(2000);
    assertThat(invoked()).doesNotHaveDuplicates().hasSize(2000);
  }
}
