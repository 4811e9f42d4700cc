package dev.thaw.engine.lambda.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.HttpFronts;
import dev.thaw.engine.PlatformSettings;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Cors;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;
import software.amazon.awssdk.services.lambda.model.InvokeMode;

/** Function URLs that pages of other origins call. */
final class CrossOriginIT {
  private static final String PAGE = "Origin: https://page.example";
  private static final String ASK = "Access-Control-Request-Method: PUT";

  @TempDir Path folder;
  private HttpFronts engine;
  private LambdaClient lambda;

  @BeforeEach
  void start() {
    engine = HttpFronts.start(folder, PlatformSettings.DEFAULT);
    lambda = engine.lambda();
    engine.function("hello");
    engine.permit("hello");
  }

  @AfterEach
  void stop() {
    lambda.close();
    engine.close();
  }

  private String url(FunctionUrlAuthType type, Consumer<Cors.Builder> cors) {
    return lambda
        .createFunctionUrlConfig(create -> create.functionName("hello").authType(type).cors(cors))
        .functionUrl();
  }

  private static void everything(Cors.Builder cors) {
    cors.allowOrigins("https://page.example", "https://other.example")
        .allowMethods("GET", "PUT")
        .allowHeaders("x-one", "x-two")
        .exposeHeaders("x-three")
        .allowCredentials(true)
        .maxAge(600);
  }

  @Test
  void preflightIsAnsweredWithoutTheFunctionAndWithoutASignature() {
    var seen =
        engine.send(
            "OPTIONS",
            url(FunctionUrlAuthType.AWS_IAM, CrossOriginIT::everything),
            "fail",
            "Content-Type: text/plain",
            PAGE,
            ASK);

    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.body()).isEmpty();
    assertThat(seen.head())
        .contains(
            "access-control-allow-origin: https://page.example",
            "access-control-allow-credentials: true",
            "access-control-allow-methods: GET,PUT",
            "access-control-allow-headers: x-one,x-two",
            "access-control-max-age: 600");
  }

  @Test
  void preflightOfAnotherOriginIsToldNothing() {
    var seen =
        engine.send(
            "OPTIONS",
            url(FunctionUrlAuthType.NONE, CrossOriginIT::everything),
            "",
            "Origin: https://evil.example",
            ASK);

    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.head()).doesNotContain("access-control");
  }

  @Test
  void whatIsNoPreflightReachesTheFunction() {
    var url = url(FunctionUrlAuthType.NONE, CrossOriginIT::everything);

    assertThat(engine.send("OPTIONS", url, null, PAGE).json().at("/requestContext/http/method"))
        .hasToString("\"OPTIONS\"");
    assertThat(engine.send("GET", url, null).head()).doesNotContain("access-control");
  }

  @Test
  void headersOfTheUrlGoOverThoseOfTheFunction() {
    var seen =
        engine.send(
            "POST",
            url(FunctionUrlAuthType.NONE, CrossOriginIT::everything),
            "return {\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":\"mine\"}}",
            "Content-Type: text/plain",
            PAGE);

    assertThat(seen.head())
        .contains(
            "access-control-allow-origin: https://page.example",
            "access-control-allow-credentials: true",
            "access-control-expose-headers: x-three")
        .doesNotContain("mine", "max-age");
  }

  @Test
  void anyOriginIsAllowedByAnAsterisk() {
    var seen =
        engine.send(
            "GET", url(FunctionUrlAuthType.NONE, cors -> cors.allowOrigins("*")), null, PAGE);

    assertThat(seen.head())
        .contains("access-control-allow-origin: *")
        .doesNotContain("credentials", "expose");
  }

  @Test
  void configurationIsKeptUntilItIsReplacedOrEmptied() {
    var unused = url(FunctionUrlAuthType.NONE, CrossOriginIT::everything);
    lambda.updateFunctionUrlConfig(
        update -> update.functionName("hello").authType(FunctionUrlAuthType.AWS_IAM));
    var before = lambda.getFunctionUrlConfig(get -> get.functionName("hello")).cors();
    assertThat(before.allowMethods()).containsExactly("GET", "PUT");
    assertThat(before.maxAge()).isEqualTo(600);

    assertThat(
            lambda
                .updateFunctionUrlConfig(
                    update -> update.functionName("hello").cors(cors -> cors.maxAge(1)))
                .cors())
        .isEqualTo(Cors.builder().maxAge(1).build());
    lambda.updateFunctionUrlConfig(update -> update.functionName("hello").cors(cors -> {}));
    assertThat(lambda.getFunctionUrlConfig(get -> get.functionName("hello")).cors()).isNull();
  }

  @Test
  void refusesAnAgeOfMoreThanADayAndStreams() {
    assertThatThrownBy(() -> url(FunctionUrlAuthType.NONE, cors -> cors.maxAge(86_401)))
        .hasMessageContaining(
            "Value '86401' at 'cors.maxAge' failed to satisfy constraint: Member must have value"
                + " less than or equal to 86400");
    assertThatThrownBy(
            () ->
                lambda.createFunctionUrlConfig(
                    create ->
                        create
                            .functionName("hello")
                            .authType(FunctionUrlAuthType.NONE)
                            .invokeMode(InvokeMode.RESPONSE_STREAM)))
        .hasMessageContaining(
            "The invoke mode RESPONSE_STREAM of a function URL is not implemented by this engine");
  }
}
