package dev.thaw.engine.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.ServiceException;

/** Invoke, as recorded 2025-11-24, localstack test_invoke_exceptions and others of test_lambda. */
final class InvokeIT extends LambdaCase {
  private static final String ARN = "arn:aws:lambda:eu-west-1:111111111111:function:hello";

  @BeforeEach
  void start() {
    TestFunctions.createActive(lambda, "hello");
  }

  private InvokeResponse invoke(String payload) {
    return lambda.invoke(
        invoke -> invoke.functionName("hello").payload(SdkBytes.fromUtf8String(payload)));
  }

  @Test
  void answersWithThePayloadAndTheVersionThatRan() {
    var response = invoke("{\"a\": 1}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.executedVersion()).isEqualTo("$LATEST");
    assertThat(response.payload().asUtf8String()).isEqualTo("{\"a\": 1}");
    assertThat(response.functionError()).isNull();
    assertThat(response.logResult()).isNull();
  }

  @Test
  void tellsAFunctionErrorInAHeader() {
    var response = invoke("\"fail\"");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.functionError()).isEqualTo("Unhandled");
    assertThat(response.payload().asUtf8String()).isEqualTo("{\"errorType\":\"Error\"}");
  }

  @Test
  void keepsOneRequestIdFromTheResponseToTheLog() {
    var response = lambda.invoke(invoke -> invoke.functionName("hello").logType(LogType.TAIL));
    var id = response.responseMetadata().requestId();

    assertThat(id).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(engine.environments().requests().get(0).requestId()).isEqualTo(id);
    assertThat(new String(Base64.getDecoder().decode(response.logResult()), UTF_8))
        .isEqualTo("START RequestId: " + id + " Version: $LATEST\nEND RequestId: " + id + "\n");
  }

  @Test
  void handsOnTheArnAndTheContextOfTheCaller() {
    invoke("1");
    var context = Base64.getEncoder().encodeToString("{\"custom\":{}}".getBytes(UTF_8));
    lambda.invoke(
        invoke -> invoke.functionName("hello").qualifier("$LATEST").clientContext(context));

    var requests = engine.environments().requests();
    assertThat(requests.get(0).invokedArn()).isEqualTo(ARN);
    assertThat(requests.get(0).clientContext()).isNull();
    assertThat(requests.get(1).invokedArn()).isEqualTo(ARN + ":$LATEST");
    assertThat(requests.get(1).clientContext()).isEqualTo("{\"custom\":{}}");
  }

  @Test
  void makesNoPayloadAnEmptyObject() {
    lambda.invoke(invoke -> invoke.functionName("hello"));
    assertThat(engine.environments().requests().get(0).payload()).isEqualTo("{}".getBytes(UTF_8));
  }

  @Test
  void runsNothingOnADryRun() {
    var response = lambda.invoke(invoke -> invoke.functionName("hello").invocationType("DryRun"));
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(engine.environments().requests()).isEmpty();
  }

  @Test
  void refusesUnknownFunctionsWithTheQualifiedArn() {
    assertThatThrownBy(() -> lambda.invoke(invoke -> invoke.functionName("nope")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageStartingWith(
            "Function not found: arn:aws:lambda:eu-west-1:111111111111:function:nope:$LATEST (");
    assertThatThrownBy(
            () -> lambda.invoke(invoke -> invoke.functionName("hello").qualifier("live")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageStartingWith("Function not found: " + ARN + ":live (");
  }

  @Test
  void refusesPayloadsThatAreNoJson() {
    assertThatThrownBy(() -> invoke("{bad"))
        .isInstanceOf(InvalidRequestContentException.class)
        .hasMessageStartingWith(
            "Could not parse request body into json: Could not parse payload into json:"
                + " Unexpected character ('b' (code 98))");
    // Recorded: test_lambda_invoke_payload_encoding_error.
    var notUtf8 = SdkBytes.fromByteArray(new byte[] {'n', (byte) 0x87, 'r'});
    assertThatThrownBy(() -> lambda.invoke(invoke -> invoke.functionName("hello").payload(notUtf8)))
        .isInstanceOf(InvalidRequestContentException.class)
        .hasMessageContaining("Could not parse payload into json: Invalid UTF-8 start byte 0x87");
    assertThat(engine.environments().requests()).isEmpty();
  }

  @Test
  void takesSixMegabytesAndNotAByteMore() {
    // Two quotes around the text.
    var largest = '"' + "x".repeat(6_291_456 - 2) + '"';
    assertThat(invoke(largest).payload().asByteArray()).hasSize(6_291_456);
    assertThatThrownBy(() -> invoke(largest + " "))
        .isInstanceOfSatisfying(
            LambdaException.class,
            e ->
                assertThat(e.awsErrorDetails().errorCode())
                    .isEqualTo("RequestEntityTooLargeException"))
        .hasMessageStartingWith(
            "Request must be smaller than 6291456 bytes for the InvokeFunction operation");
  }

  @Test
  void showsTheLog() {
    var response = lambda.invoke(invoke -> invoke.functionName("hello").logType(LogType.TAIL));
    assertThat(Base64.getDecoder().decode(response.logResult()).length).isLessThan(4096);
  }

  @Test
  void answersTheEnginesOwnFailureAsAServiceError() {
    assertThatThrownBy(() -> invoke("\"crash\""))
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.statusCode()).isEqualTo(500))
        .hasMessageContaining("no environment");
  }

  @Test
  void answersManyCallersAtOnce() {
    var calls =
        IntStream.range(0, 64)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> invoke(Integer.toString(i))))
            .toList();
    assertThat(calls.stream().map(call -> call.join().payload().asUtf8String()))
        .containsExactlyElementsOf(IntStream.range(0, 64).mapToObj(Integer::toString).toList());
  }
}
