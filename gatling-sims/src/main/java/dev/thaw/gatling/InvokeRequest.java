package dev.thaw.gatling;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static java.util.Objects.requireNonNull;

import dev.thaw.load.GeneratorOrder.Fire;
import io.gatling.http.client.Request;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * A synchronous Invoke of one function at one endpoint, signed, with the end of its log.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
record InvokeRequest(URI url, RequestSigner signer, Duration timeout) {
  private static final String FUNCTION_ERROR = "X-Amz-Function-Error";
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/json",
          "X-Amz-Invocation-Type", "RequestResponse",
          "X-Amz-Log-Type", "Tail");

  /** A marker comes first in its answer and an error's body is short: no need to keep megabytes. */
  private static final int KEPT_BODY_BYTES = 16_384;

  static void requireHttp(URI endpoint) {
    boolean isHttp = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
    if (!isHttp || endpoint.getHost() == null) {
      throw new GeneratorException(
          "The endpoint '%s' is not a URL; write for example http://127.0.0.1:4566."
              .formatted(endpoint));
    }
  }

  /** The request of one stretch. */
  static InvokeRequest of(URI endpoint, Fire fire, RequestSigner signer) {
    if (fire.timeoutMs() < 1) {
      throw new GeneratorException("A timeout must be at least 1 ms.");
    }
    var function = URLEncoder.encode(fire.function(), StandardCharsets.UTF_8).replace("+", "%20");
    var base = endpoint.toString().replaceFirst("/$", "");
    return new InvokeRequest(
        URI.create(base + "/2015-03-31/functions/" + function + "/invocations"),
        signer,
        Duration.ofMillis(fire.timeoutMs()));
  }

  /** Nothing is followed, cached or asked of anybody; connections are open to all requests. */
  static HttpProtocolBuilder protocol() {
    return http.disableWarmUp()
        .shareConnections()
        .disableFollowRedirect()
        .disableCaching()
        .disableAutoReferer()
        .disableAutoOrigin()
        .disableUrlEncoding();
  }

  /** The request as Gatling takes it, and counts it under that name. */
  HttpRequestActionBuilder toGatling(String name) {
    var unsigned = unsigned();
    return http(name)
        .post(url.toString())
        .headers(HEADERS)
        .body(ByteArrayBody(session -> flight(session).payload()))
        .requestTimeout(timeout)
        .sign((request, session) -> sign(request, flight(session), unsigned))
        .transformResponse((response, session) -> land(response, flight(session)))
        .check(status().is(200), header(FUNCTION_ERROR).notExists());
  }

  private SdkHttpRequest unsigned() {
    var request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(url);
    HEADERS.forEach(request::putHeader);
    return request.build();
  }

  private Request sign(Request request, Flight flight, SdkHttpRequest unsigned) {
    flight.beforeSigning();
    signer
        .sign(unsigned, flight.payload())
        .forEachHeader((name, values) -> request.getHeaders().set(name, values));
    flight.signed();
    return request;
  }

  private static Response land(Response response, Flight flight) {
    long now = flight.stretch().clock().now();
    var headers = response.headers();
    try (var body = response.body().stream()) {
      flight.land(
          new RawAnswer(
              response.status().code(),
              headers.get("x-amzn-RequestId"),
              headers.get(FUNCTION_ERROR),
              headers.get("x-amzn-ErrorType"),
              headers.get("X-Amz-Log-Result"),
              body.readNBytes(KEPT_BODY_BYTES),
              null),
          now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return response;
  }

  private static Flight flight(Session session) {
    Flight flight = session.get(Flight.ATTRIBUTE);
    return requireNonNull(flight);
  }
}
