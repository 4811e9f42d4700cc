package dev.thaw.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.invocation.Answer;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.GeneratorOrder.Fire;
import dev.thaw.load.Route;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

class RouteRequestsTest {
  private static final Endpoints LOCAL = new Endpoints(URI.create("http://127.0.0.1:4566/"));
  private static final Event EVENT = new Event("p.v.12", 12, "{\"a\":1}".getBytes(UTF_8));

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:4566,  hello,      http://127.0.0.1:4566/2015-03-31/functions/hello/",
    "http://127.0.0.1:4566/, hello:live, http://127.0.0.1:4566/2015-03-31/functions/hello%3Alive/",
    "https://h, arn:aws:lambda, https://h/2015-03-31/functions/arn%3Aaws%3Alambda/"
  })
  void invokesTheFunctionByNameAliasOrArn(URI endpoint, String function, String url) {
    var endpoints = new Endpoints(endpoint);

    assertThat(RouteRequests.of(new Route.Invoke(function), endpoints).url())
        .isEqualTo(URI.create(url + "invocations"));
    assertThat(RouteRequests.of(new Route.InvokeAsync(function), endpoints).headers())
        .containsEntry("X-Amz-Invocation-Type", "Event");
  }

  @Test
  void putsAnObjectWhoseKeyIsThePrefixAndTheId() {
    var request = RouteRequests.of(new Route.S3Put("uploads", "in/a b/"), LOCAL);

    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.url() + request.path(EVENT))
        .isEqualTo("http://127.0.0.1:4566/uploads/in/a%20b/p.v.12");
    assertThat(request.body(EVENT)).isEqualTo(EVENT.payload());
  }

  /** The payload in Base64. */
  @ParameterizedTest
  @CsvSource({"0, p.v.12", "5, k2"})
  void putsARecordWhoseKeyIsTheIdOrOneOfSoMany(int keys, String key) {
    var request = RouteRequests.of(new Route.KinesisPut("orders", keys), LOCAL);

    assertThat(request.headers()).containsEntry("X-Amz-Target", "Kinesis_20131202.PutRecord");
    assertThat(new String(request.body(EVENT), UTF_8))
        .isEqualTo(
            "{\"StreamName\":\"orders\",\"Data\":\"eyJhIjoxfQ==\",\"PartitionKey\":\"%s\"}"
                .formatted(key));
  }

  @ParameterizedTest
  @CsvSource({"0, p.v.12", "5, k2"})
  void putsAnItemWhoseKeyIsTheIdOrOneOfSoMany(int keys, String key) {
    var request = RouteRequests.of(new Route.DynamoDbPut("orders", keys), LOCAL);

    assertThat(new String(request.body(EVENT), UTF_8))
        .isEqualTo(
            """
            {"TableName":"orders","Item":{"id":{"S":"%s"},"event":{"S":"p.v.12"},\
            "payload":{"S":"{\\"a\\":1}"}}}"""
                .formatted(key));
  }

  @ParameterizedTest
  @CsvSource({"s3", "kinesis", "dynamodb"})
  void findsEachServiceAtItsOwnHostOfAws(String service) {
    assertThat(new Endpoints(URI.create("https://lambda.eu-west-3.amazonaws.com")).of(service, "/"))
        .isEqualTo(URI.create("https://" + service + ".eu-west-3.amazonaws.com/"));
  }

  @Test
  void postsToTheUrlItself() {
    var url = URI.create("https://abc.execute-api.eu-west-3.amazonaws.com/orders");

    assertThat(RouteRequests.of(new Route.HttpApi(url), LOCAL))
        .isEqualTo(new HttpPost(url, "execute-api", "apigw-requestid"));
    assertThat(RouteRequests.of(new Route.RestApi(url), LOCAL).service()).isEqualTo("execute-api");
    assertThat(RouteRequests.of(new Route.FunctionUrl(url), LOCAL).service()).isEqualTo("lambda");
  }

  /** Bodies as the services' API references show their errors. */
  @Test
  void knowsEachServicesThrottles() {
    var kinesis =
        answer(
            new Route.KinesisPut("s"),
            400,
            """
            {"__type":"ProvisionedThroughputExceededException",\
            "message":"Rate exceeded for shard shardId-000000000000."}""");
    var s3 =
        answer(
            new Route.S3Put("b", ""),
            503,
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message>\
            </Error>""");

    assertThat(kinesis.isThrottled()).isTrue();
    assertThat(kinesis.errorCode()).contains("ProvisionedThroughputExceededException");
    assertThat(s3.isThrottled()).isTrue();
    assertThat(s3.error()).isEqualTo("SlowDown: Please reduce your request rate.");
  }

  @ParameterizedTest
  @CsvSource({
    "429, Too Many Requests, true",
    "502, Internal server error, false",
    "503, Service Unavailable, false",
    "504, Endpoint request timed out, false"
  })
  void saysOfAnApiWhatItsClientSees(int status, String message, boolean isThrottled) {
    var route = new Route.HttpApi(URI.create("http://h/"));

    var answer = answer(route, status, "{\"message\":\"%s\"}".formatted(message));

    assertThat(answer.isSuccess()).isFalse();
    assertThat(answer.isThrottled()).isEqualTo(isThrottled);
    assertThat(answer.error()).isEqualTo(message);
  }

  @Test
  void takesTheTimeoutOfTheOrder() {
    var signer =
        new RequestSigner(
            AwsCredentialsIdentity.create("id", "secret"), "eu-west-1", Clock.systemUTC());

    assertThat(SignedRequest.of(LOCAL, fire(900), signer).timeout())
        .isEqualTo(Duration.ofMillis(900));
    assertThatThrownBy(() -> SignedRequest.of(LOCAL, fire(0), signer))
        .isInstanceOf(GeneratorException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:4566", "ftp://h", "/path", "http:///path"})
  void refusesAnEndpointThatIsNoUrl(URI endpoint) {
    assertThatThrownBy(() -> new Endpoints(endpoint))
        .isInstanceOf(GeneratorException.class)
        .hasMessageContaining("'" + endpoint + "' is not a URL");
    assertThatCode(() -> new Endpoints(URI.create("https://h"))).doesNotThrowAnyException();
  }

  private static Answer answer(Route route, int status, String body) {
    return RouteRequests.of(route, LOCAL)
        .decode(new RawAnswer(status, "id-1", null, null, null, body.getBytes(UTF_8), null));
  }

  private static Fire fire(long timeoutMs) {
    var arrivals = ArrivalProcess.parse("burst 1");
    return new Fire("p", "v", new Route.Invoke("f"), "{}", arrivals, 1, 0, 0, timeoutMs, false);
  }
}
