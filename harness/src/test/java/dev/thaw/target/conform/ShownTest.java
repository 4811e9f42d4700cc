package dev.thaw.target.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;

final class ShownTest {
  private static final SdkHttpResponse OK = SdkHttpResponse.builder().statusCode(200).build();

  private static LambdaException error(String body) {
    return (LambdaException)
        LambdaException.builder()
            .statusCode(429)
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .errorCode("TooManyRequestsException")
                    .errorMessage("Rate Exceeded.")
                    .rawResponse(SdkBytes.fromUtf8String(body))
                    .build())
            .build();
  }

  @Test
  void aResponseIsItsStatusAndTheMembersThatAreSet() {
    var response =
        (GetEventSourceMappingResponse)
            GetEventSourceMappingResponse.builder()
                .state("Enabled")
                .batchSize(100)
                .lastModified(Instant.EPOCH)
                .sdkHttpResponse(OK)
                .build();

    assertThat(Shown.response(response))
        .isEqualTo("200 {\"BatchSize\":100,\"LastModified\":\"<time>\",\"State\":\"Enabled\"}");
    assertThat(Shown.response(response, "State", "UUID")).isEqualTo("200 {\"State\":\"Enabled\"}");
  }

  @Test
  void bytesAreText() {
    var response =
        (InvokeResponse)
            InvokeResponse.builder()
                .payload(SdkBytes.fromUtf8String("null"))
                .sdkHttpResponse(OK)
                .build();
    assertThat(Shown.response(response)).isEqualTo("200 {\"Payload\":\"null\"}");
  }

  @Test
  void anErrorShowsItsBodyWithMembersByName() {
    assertThat(
            Shown.error(error("{\"message\":\"Rate Exceeded.\",\"Reason\":\"R\",\"Type\":\"U\"}")))
        .isEqualTo(
            "429 TooManyRequestsException"
                + " {\"Reason\":\"R\",\"Type\":\"U\",\"message\":\"Rate Exceeded.\"}");
  }

  @Test
  void anErrorInXmlShowsItsMessage() {
    assertThat(Shown.error(error("<Error/>")))
        .isEqualTo("429 TooManyRequestsException Rate Exceeded.");
  }

  @Test
  void whatIsNotImplementedIsUnsupported() {
    assertThat(Unsupported.is((LambdaException) LambdaException.builder().statusCode(501).build()))
        .isTrue();
    assertThat(Unsupported.is(error("{}"))).isFalse();
  }
}
