package dev.thaw.engine.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.HttpFronts;
import dev.thaw.engine.PlatformSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.ApiGatewayV2Exception;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;

/** REST and HTTP APIs in front of a function, made by the SDK and called by a client of HTTP. */
final class ApiGatewayIT {
  private static final String TEXT = "Content-Type: text/plain";

  @TempDir Path folder;
  private HttpFronts engine;
  private ApiGatewayClient restApis;
  private ApiGatewayV2Client httpApis;
  private String function;

  @BeforeEach
  void start() {
    engine = HttpFronts.start(folder, PlatformSettings.DEFAULT);
    restApis = engine.restApis();
    httpApis = engine.httpApis();
    function = engine.function("hello");
    engine.permit("hello");
  }

  @AfterEach
  void stop() {
    restApis.close();
    httpApis.close();
    engine.close();
  }

  /** A REST API with ANY on {@code /pets/{id}} and on {@code /{proxy+}}, deployed as {@code v1}. */
  private String restApi(int timeoutMs) {
    var api = restApis.createRestApi(create -> create.name("pets"));
    var root = api.rootResourceId();
    var pets = resource(api.id(), root, "pets");
    integrate(api.id(), resource(api.id(), pets, "{id}"), timeoutMs);
    integrate(api.id(), resource(api.id(), root, "{proxy+}"), timeoutMs);
    restApis.createDeployment(create -> create.restApiId(api.id()).stageName("v1"));
    return api.id();
  }

  private String resource(String api, String parent, String part) {
    return restApis
        .createResource(create -> create.restApiId(api).parentId(parent).pathPart(part))
        .id();
  }

  private void integrate(String api, String resource, int timeoutMs) {
    restApis.putMethod(
        put -> put.restApiId(api).resourceId(resource).httpMethod("ANY").authorizationType("NONE"));
    restApis.putIntegration(
        put ->
            put.restApiId(api)
                .resourceId(resource)
                .httpMethod("ANY")
                .type(IntegrationType.AWS_PROXY)
                .integrationHttpMethod("POST")
                .timeoutInMillis(timeoutMs)
                .uri(
                    "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/"
                        + function
                        + "/invocations"));
  }

  private static String rest(String api, String path) {
    return "http://" + api + ".execute-api.eu-west-1.localhost:4566/v1" + path;
  }

  @Test
  void restApisInvokeWithPayloadFormat1() {
    var api = restApi(29_000);
    var returned =
        "return {\"statusCode\":202,\"multiValueHeaders\":{\"X-A\":[\"1\",\"2\"]},\"body\":\"hi\"}";
    var seen = engine.send("PUT", rest(api, "/pets/7?x=1&x=2"), returned, TEXT);
    assertThat(seen.status()).isEqualTo(202);
    assertThat(seen.head()).contains("X-A: 1\r\nX-A: 2").contains("x-amzn-RequestId: ");
    assertThat(seen.body()).isEqualTo("hi");
  }

  /** The function returns its event, which is no response, so the event is taken from an API. */
  @Test
  void httpApisInvokeWithTheFormatOfTheirIntegration() {
    var one = httpApi("1.0", "ANY /pets/{id}");
    var event = engine.send("GET", one + "/pets/7?x=1&x=2", null);
    // An event of format 1.0 is no response of format 1.0.
    assertThat(event.status()).isEqualTo(502);

    var two = engine.send("GET", httpApi("2.0", "ANY /pets/{id}") + "/pets/7?x=1&x=2", null).json();
    assertThat(two.path("routeKey").asText()).isEqualTo("ANY /pets/{id}");
    assertThat(two.at("/pathParameters/id").asText()).isEqualTo("7");
    assertThat(two.at("/queryStringParameters/x").asText()).isEqualTo("1,2");
    assertThat(two.at("/requestContext/accountId").asText()).isEqualTo("111111111111");
  }

  private String httpApi(String format, String routeKey) {
    var api = httpApis.createApi(create -> create.name("pets").protocolType(ProtocolType.HTTP));
    var integration =
        httpApis
            .createIntegration(
                create ->
                    create
                        .apiId(api.apiId())
                        .integrationType("AWS_PROXY")
                        .integrationUri(function)
                        .timeoutInMillis(50)
                        .payloadFormatVersion(format))
            .integrationId();
    httpApis.createRoute(
        create ->
            create.apiId(api.apiId()).routeKey(routeKey).target("integrations/" + integration));
    httpApis.createStage(
        create -> create.apiId(api.apiId()).stageName("$default").autoDeploy(true));
    return api.apiEndpoint();
  }

  @Test
  void restApisTellFailuresApart() {
    var api = restApi(50);
    assertThat(engine.send("POST", rest(api, "/any/where"), "fail", TEXT))
        .satisfies(seen -> assertThat(seen.status()).isEqualTo(502))
        .satisfies(
            seen -> assertThat(seen.body()).isEqualTo("{\"message\":\"Internal server error\"}"));
    assertThat(engine.send("POST", rest(api, "/any"), "return \"no object\"", TEXT).status())
        .isEqualTo(502);
    assertThat(engine.send("POST", rest(api, "/any"), "hang", TEXT))
        .satisfies(seen -> assertThat(seen.status()).isEqualTo(504))
        .satisfies(
            seen ->
                assertThat(seen.body()).isEqualTo("{\"message\":\"Endpoint request timed out\"}"));
    engine.lambda().deleteFunction(delete -> delete.functionName("hello"));
    assertThat(engine.send("POST", rest(api, "/any"), "x", TEXT))
        .satisfies(seen -> assertThat(seen.status()).isEqualTo(500))
        .satisfies(
            seen -> assertThat(seen.head()).contains("x-amzn-ErrorType: InternalServerError"));
  }

  @Test
  void httpApisTellFailuresApart() {
    var endpoint = httpApi("2.0", "$default");
    assertThat(engine.send("POST", endpoint + "/x", "fail", TEXT).status()).isEqualTo(502);
    assertThat(engine.send("POST", endpoint + "/x", "hang", TEXT))
        .satisfies(seen -> assertThat(seen.status()).isEqualTo(503))
        .satisfies(
            seen -> assertThat(seen.body()).isEqualTo("{\"message\":\"Service Unavailable\"}"));
    engine.lambda().deleteFunction(delete -> delete.functionName("hello"));
    assertThat(engine.send("POST", endpoint + "/x", "x", TEXT))
        .satisfies(seen -> assertThat(seen.status()).isEqualTo(500))
        .satisfies(
            seen -> assertThat(seen.body()).isEqualTo("{\"message\":\"Internal Server Error\"}"));
  }

  @Test
  void invokesOnlyWhatThePolicyPermits() {
    var api = restApi(29_000);
    try (var lambda = engine.lambda()) {
      lambda.removePermission(remove -> remove.functionName("hello").statementId("api"));
      assertThat(engine.send("POST", rest(api, "/any"), "return {}", TEXT).status()).isEqualTo(500);
      lambda.addPermission(
          add ->
              add.functionName("hello")
                  .statementId("narrow")
                  .action("lambda:InvokeFunction")
                  .principal("apigateway.amazonaws.com")
                  .sourceArn("arn:aws:execute-api:eu-west-1:111111111111:" + api + "/v1/*/pets/*"));
    }
    assertThat(engine.send("POST", rest(api, "/pets/1"), "return {}", TEXT).status())
        .isEqualTo(200);
    assertThat(engine.send("POST", rest(api, "/any"), "return {}", TEXT).status()).isEqualTo(500);
  }

  @Test
  void knowsOnlyItsOwnRoutesStagesAndApis() {
    var api = restApi(29_000);
    assertThat(engine.send("GET", rest(api, "/"), null).body())
        .isEqualTo("{\"message\":\"Missing Authentication Token\"}");
    assertThat(engine.send("GET", rest(api, "/x").replace("/v1/", "/v2/"), null).status())
        .isEqualTo(403);
    var endpoint = httpApi("2.0", "GET /only");
    assertThat(engine.send("POST", endpoint + "/only", "x", TEXT).body())
        .isEqualTo("{\"message\":\"Not Found\"}");
    assertThat(engine.send("GET", rest("0123456789", "/x"), null).status()).isEqualTo(403);
  }

  @Test
  void servesWhatWasDeployed() {
    var api = restApi(29_000);
    var resource =
        restApis.getResources(get -> get.restApiId(api)).items().stream()
            .filter(one -> one.path().equals("/{proxy+}"))
            .findFirst()
            .orElseThrow();
    restApis.deleteResource(delete -> delete.restApiId(api).resourceId(resource.id()));
    assertThat(engine.send("POST", rest(api, "/any"), "return {}", TEXT).status()).isEqualTo(200);
    restApis.createDeployment(create -> create.restApiId(api).stageName("v1"));
    assertThat(engine.send("POST", rest(api, "/any"), "return {}", TEXT).status()).isEqualTo(403);
  }

  @Test
  void aTargetBringsItsRouteAndStageAlong() {
    var api =
        httpApis.createApi(
            create -> create.name("quick").protocolType(ProtocolType.HTTP).target(function));
    assertThat(engine.send("GET", api.apiEndpoint() + "/any", null).status()).isEqualTo(200);
    assertThat(httpApis.getStages(get -> get.apiId(api.apiId())).items().get(0).stageName())
        .isEqualTo("$default");
    httpApis.deleteApi(delete -> delete.apiId(api.apiId()));
    assertThat(engine.send("GET", api.apiEndpoint() + "/any", null).status()).isEqualTo(403);
  }

  @Test
  void namesWhatIsUnknownOrLacking() {
    assertThatThrownBy(() -> restApis.getRestApi(get -> get.restApiId("nope")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("Invalid API identifier specified 111111111111:nope");
    assertThatThrownBy(
            () ->
                httpApis.createApi(create -> create.name("x").protocolType(ProtocolType.WEBSOCKET)))
        .isInstanceOfSatisfying(
            ApiGatewayV2Exception.class, e -> assertThat(e.statusCode()).isEqualTo(501))
        .hasMessageContaining("WEBSOCKET");
  }
}
