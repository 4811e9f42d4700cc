package dev.thaw.engine.protocol;

import static dev.thaw.engine.protocol.Wire.CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionResponse;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;

/** Golden requests and responses of Lambda's protocol. */
final class RestJsonTest {
  private final RestJson protocol = new RestJson();

  private static Binding binding(String name) {
    return Binding.of(name, InvokeRequest::builder, (call, in) -> InvokeResponse.builder().build());
  }

  @Test
  void readsABody() {
    var builder = CreateFunctionRequest.builder();
    protocol.read(
        Wire.request(
            "POST",
            "/2015-03-31/functions",
            """
            {"FunctionName": "f", "Timeout": 5, "Publish": false, "Code": {"ZipFile": "AQID"},
             "Environment": {"Variables": {"A": "b"}}, "Architectures": ["arm64"],
             "Role": null, "NewMember": {"of": ["AWS", {}]}}
            """),
        Map.of(),
        builder);

    assertThat(builder.build())
        .isEqualTo(
            CreateFunctionRequest.builder()
                .functionName("f")
                .timeout(5)
                .publish(false)
                .code(code -> code.zipFile(SdkBytes.fromByteArray(new byte[] {1, 2, 3})))
                .environment(environment -> environment.variables(Map.of("A", "b")))
                .architecturesWithStrings("arm64")
                .build());
  }

  @Test
  void readsPathQueryHeadersAndTheWholeBody() {
    var invoke = InvokeRequest.builder();
    protocol.read(
        Wire.request(
            "POST", "/x?Qualifier=live", "[1]", "X-Amz-Log-Type", "Tail", "X-Other", "ignored"),
        Map.of("FunctionName", "f"),
        invoke);
    var list = ListFunctionsRequest.builder();
    protocol.read(Wire.get("/x?MaxItems=7"), Map.of(), list);

    assertThat(invoke.build())
        .isEqualTo(
            InvokeRequest.builder()
                .functionName("f")
                .qualifier("live")
                .logType("Tail")
                .payload(SdkBytes.fromUtf8String("[1]"))
                .build());
    assertThat(list.build().maxItems()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Timeout\": \"5\"}     | STRING_VALUE can not be converted to an Integer",
        "{\"Handler\": 5}         | NUMBER_VALUE can not be converted to a String",
        "{\"Handler\": {}}        | Start of structure or map found where not expected.",
        "{\"Handler\": []}        | Start of list found where not expected.",
        "{\"Publish\": 1}         | NUMBER_VALUE can not be converted to a Boolean",
        "{\"Architectures\": {}}  | Start of structure or map found where not expected.",
        "{\"Timeout\": 1.5}       | The value '1.5' of Timeout can not be converted",
        "[]                       | Start of list found where not expected.",
        "{\"Handler\": \"x        | Could not parse request body into json",
      })
  void refusesWrongTypes(String body, String message) {
    assertThatThrownBy(
            () ->
                protocol.read(
                    Wire.request("POST", "/", body), Map.of(), CreateFunctionRequest.builder()))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("SerializationException"))
        .hasMessageContaining(message);
  }

  @Test
  void writesABody() {
    var response =
        CreateFunctionResponse.builder()
            .functionName("f")
            .timeout(3)
            .codeSize(12L)
            .environment(environment -> environment.variables(Map.of("A", "b")))
            .architecturesWithStrings("x86_64")
            .build();
    var wire = protocol.write(CALL, binding("CreateFunction").status(201), Answer.of(response));

    assertThat(wire.status()).isEqualTo(201);
    assertThat(wire.headers().get("x-amzn-RequestId")).isEqualTo("the-request-id");
    assertThat(wire.headers().get("Content-Type")).isEqualTo("application/json");
    assertThat(Wire.text(wire.body()))
        .isEqualTo(
            "{\"FunctionName\":\"f\",\"CodeSize\":12,\"Timeout\":3,"
                + "\"Environment\":{\"Variables\":{\"A\":\"b\"}},\"Architectures\":[\"x86_64\"]}");
  }

  @Test
  void writesInstantsInSeconds() {
    var mapping =
        EventSourceMappingConfiguration.builder().lastModified(Instant.ofEpochMilli(1_500)).build();
    assertThat(Wire.text(JsonWriter.write(mapping))).isEqualTo("{\"LastModified\":1.500}");
  }

  @Test
  void writesStatusHeadersAndTheWholeBody() {
    var response =
        InvokeResponse.builder()
            .statusCode(202)
            .functionError("Unhandled")
            .payload(SdkBytes.fromUtf8String("[1]"))
            .build();
    var wire = protocol.write(CALL, binding("Invoke"), Answer.of(response));

    assertThat(wire.status()).isEqualTo(202);
    assertThat(wire.headers().get("X-Amz-Function-Error")).isEqualTo("Unhandled");
    assertThat(wire.headers().contains("X-Amz-Log-Result")).isFalse();
    assertThat(Wire.text(wire.body())).isEqualTo("[1]");
  }

  @Test
  void writesAnErrorWithItsMembers() {
    var error = new AwsException(CommonError.VALIDATION, "1 validation error").with("Type", "User");
    var wire = protocol.refuse(CALL, error);

    assertThat(wire.status()).isEqualTo(400);
    assertThat(wire.headers().get("x-amzn-ErrorType")).isEqualTo("ValidationException");
    assertThat(Wire.text(wire.body()))
        .isEqualTo("{\"Type\":\"User\",\"message\":\"1 validation error\"}");
  }
}
