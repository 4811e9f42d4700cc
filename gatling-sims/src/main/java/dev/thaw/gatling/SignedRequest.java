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
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The requests of one stretch, signed for the service that they go to. */
record SignedRequest(RouteRequest route, RequestSigner signer, Duration timeout) {
  private static final String FUNCTION_ERROR = "X-Amz-Function-Error";

  /** A marker comes first in its answer and an error's body is short: no need to keep megabytes. */
  private static final int KEPT_BODY_BYTES = 16_384;

  /** The request of one stretch. */
  static SignedRequest of(Endpoints endpoints, Fire fire, RequestSigner signer) {
    if (fire.timeoutMs() < 1) {
      throw new GeneratorException("A timeout must be at least 1 ms.");
    }
    return new SignedRequest(
        RouteRequests.of(fire.route(), endpoints), signer, Duration.ofMillis(fire.timeoutMs()));
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
    return addressed(name)
        .headers(route.headers())
        .body(ByteArrayBody(session -> flight(session).body()))
        .requestTimeout(timeout)
        .sign((request, session) -> sign(request, flight(session), unsigned))
        .transformResponse((response, session) -> land(response, flight(session)))
        .check(status().in(200, 201, 202, 204), header(FUNCTION_ERROR).notExists());
  }

  /** Gatling reads a URL that all have in common once. */
  private HttpRequestActionBuilder addressed(String name) {
    var address = address(route.url());
    return route.hasPaths()
        ? http(name).httpRequest(route.method(), session -> address + flight(session).path())
        : http(name).httpRequest(route.method(), address);
  }

  /**
   * Names below localhost are this machine's, whatever its resolver knows of them (RFC 6761); the
   * Host header, which is signed, keeps the name.
   */
  private static String address(URI url) {
    return url.getHost().endsWith(".localhost")
        ? url.toString().replaceFirst(url.getHost(), "127.0.0.1")
        : url.toString();
  }

  private SdkHttpRequest unsigned() {
    var request =
        SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(route.method())).uri(route.url());
    route.headers().forEach(request::putHeader);
    return request.build();
  }

  private Request sign(Request request, Flight flight, SdkHttpRequest unsigned) {
    flight.beforeSigning();
    signer
        .sign(route.service(), withPath(unsigned, flight), flight.body())
        .forEachHeader((name, values) -> request.getHeaders().set(name, values));
    flight.signed();
    return request;
  }

  private SdkHttpRequest withPath(SdkHttpRequest request, Flight flight) {
    return route.hasPaths()
        ? request.copy(one -> one.encodedPath(request.encodedPath() + flight.path()))
        : request;
  }

  private Response land(Response response, Flight flight) {
    long now = flight.stretch().clock().now();
    var headers = response.headers();
    try (var body = response.body().stream()) {
      flight.land(
          new RawAnswer(
              response.status().code(),
              headers.get(route.requestIdHeader()),
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
