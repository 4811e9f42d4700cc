package dev.thaw.engine.lambda.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.HttpFronts;
import dev.thaw.engine.PlatformSettings;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;
import software.amazon.awssdk.services.lambda.model.InvokeMode;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Function URLs as the SDK makes them and as a client of HTTP sees them. */
final class FunctionUrlIT {
  @TempDir Path folder;
  private HttpFronts engine;
  private LambdaClient lambda;
  private String url;

  @BeforeEach
  void start() {
    engine = HttpFronts.start(folder, PlatformSettings.DEFAULT.withAccountConcurrency(1));
    lambda = engine.lambda();
    engine.function("hello");
    engine.permit("hello");
    url =
        lambda
            .createFunctionUrlConfig(
                create -> create.functionName("hello").authType(FunctionUrlAuthType.NONE))
            .functionUrl();
  }

  @AfterEach
  void stop() {
    lambda.close();
    engine.close();
  }

  @Test
  void liesUnderAHostOfItsOwn() {
    assertThat(url)
        .matches(Pattern.compile("http://[0-9a-f]{32}\\.lambda-url\\.eu-west-1\\.localhost:\\d+/"));
    var config = lambda.getFunctionUrlConfig(get -> get.functionName("hello"));
    assertThat(config.functionUrl()).isEqualTo(url);
    assertThat(config.functionArn())
        .isEqualTo("arn:aws:lambda:eu-west-1:111111111111:function:hello");
    assertThat(config.invokeMode()).isEqualTo(InvokeMode.BUFFERED);
  }

  @Test
  void invokesWithPayloadFormat2() {
    var seen =
        engine.send(
            "POST",
            url + "a/b%20c?x=1&x=2&y=",
            "{\"n\":1}",
            "Content-Type: application/json",
            "X-Two: a",
            "X-Two: b",
            "Cookie: one=1; two=2");
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.head()).contains("content-type: application/json").contains("x-amzn-RequestId");
    var event = seen.json();
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asText()).isEqualTo("$default");
    assertThat(event.path("rawPath").asText()).isEqualTo("/a/b%20c");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("x=1&x=2&y=");
    assertThat(event.at("/queryStringParameters/x").asText()).isEqualTo("1,2");
    assertThat(event.at("/headers/x-two").asText()).isEqualTo("a,b");
    assertThat(event.path("cookies").toString()).isEqualTo("[\"one=1\",\"two=2\"]");
    assertThat(event.path("body").asText()).isEqualTo("{\"n\":1}");
    assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    assertThat(event.at("/requestContext/accountId").asText()).isEqualTo("anonymous");
    assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("POST");
    assertThat(event.at("/requestContext/stage").asText()).isEqualTo("$default");
  }

  @Test
  void handsOnABodyOfAnotherTypeAsBase64() {
    var event = engine.send("POST", url, "hello", "Content-Type: image/png").json();
    assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(event.path("body").asText()).isEqualTo("aGVsbG8=");
  }

  @Test
  void answersWithTheStatusHeadersCookiesAndBodyThatTheFunctionReturns() {
    var seen =
        engine.send(
            "POST",
            url,
            "return {\"statusCode\":201,\"headers\":{\"X-Own\":\"7\"},\"cookies\":[\"a=b\"],"
                + "\"body\":\"aGVsbG8=\",\"isBase64Encoded\":true}",
            "Content-Type: text/plain");
    assertThat(seen.status()).isEqualTo(201);
    assertThat(seen.head()).contains("X-Own: 7").contains("Set-Cookie: a=b");
    assertThat(seen.body()).isEqualTo("hello");
  }

  @Test
  void answers502ForAFunctionErrorAndForNoResponse() {
    for (var body : new String[] {"fail", "return {\"statusCode\":\"many\"}"}) {
      var seen = engine.send("POST", url, body, "Content-Type: text/plain");
      assertThat(seen.status()).isEqualTo(502);
      assertThat(seen.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }
  }

  @Test
  void answers429WhenLambdaThrottles() {
    // Never answered: it ends with the engine.
    var unused =
        CompletableFuture.runAsync(
            () -> engine.send("POST", url, "hang", "Content-Type: text/plain"));
    int status = 200;
    for (int i = 0; i < 1000 && status == 200; i++) {
      status = engine.send("GET", url, null).status();
    }
    assertThat(status).isEqualTo(429);
  }

  @Test
  void forbidsWhatThePolicyDoesNotPermit() {
    lambda.removePermission(remove -> remove.functionName("hello").statementId("url"));
    assertThat(engine.send("GET", url, null).status()).isEqualTo(403);
  }

  @Test
  void asksForASignatureWhereItMust() {
    lambda.updateFunctionUrlConfig(
        update -> update.functionName("hello").authType(FunctionUrlAuthType.AWS_IAM));
    var seen = engine.send("GET", url, null);
    assertThat(seen.status()).isEqualTo(403);
    assertThat(seen.body()).isEqualTo("{\"Message\":\"Forbidden\"}");
    var signed =
        engine.send(
            "GET",
            url,
            null,
            "X-Amz-Date: 20261123T000000Z",
            "Authorization: AWS4-HMAC-SHA256 Credential=222222222222/20261123/eu-west-1/lambda/"
                + "aws4_request, SignedHeaders=host, Signature=0");
    assertThat(signed.json().at("/requestContext/accountId").asText()).isEqualTo("222222222222");
  }

  @Test
  void hasOneUrlForAFunction() {
    assertThatThrownBy(
            () ->
                lambda.createFunctionUrlConfig(
                    create -> create.functionName("hello").authType(FunctionUrlAuthType.NONE)))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageStartingWith(
            "Failed to create function url config for [functionArn ="
                + " arn:aws:lambda:eu-west-1:111111111111:function:hello]. Error message: "
                + " FunctionUrlConfig exists for this Lambda function");
    assertThat(lambda.listFunctionUrlConfigs(list -> list.functionName("hello")))
        .satisfies(list -> assertThat(list.functionUrlConfigs()).hasSize(1));
  }

  @Test
  void isGoneWhenItOrItsFunctionIsDeleted() {
    lambda.deleteFunctionUrlConfig(delete -> delete.functionName("hello"));
    assertThat(engine.send("GET", url, null).status()).isEqualTo(404);
    assertThatThrownBy(() -> lambda.getFunctionUrlConfig(get -> get.functionName("hello")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageStartingWith("The resource you requested does not exist.");
    assertThatThrownBy(
            () ->
                lambda.createFunctionUrlConfig(
                    create -> create.functionName("none").authType(FunctionUrlAuthType.NONE)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageStartingWith("Function does not exist");
  }

  @Test
  void refusesWhatItWouldIgnore() {
    assertThatThrownBy(
            () ->
                lambda.updateFunctionUrlConfig(
                    update -> update.functionName("hello").invokeMode(InvokeMode.RESPONSE_STREAM)))
        .isInstanceOfSatisfying(
            LambdaException.class, e -> assertThat(e.statusCode()).isEqualTo(501))
        .hasMessageContaining("RESPONSE_STREAM");
  }
}
