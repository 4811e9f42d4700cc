package dev.thaw.gatling;

import dev.thaw.load.Route;
import java.net.URI;
import java.util.Map;

/**
 * A POST to a URL behind which a function answers. It is signed, which a URL that asks for no
 * signature passes on as any other header.
 *
 * @param requestIdHeader a function URL tells Lambda's own request id, an API its own
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Invoking
 *     function URLs</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html">Invoking a
 *     function by an API Gateway endpoint</a>
 */
record HttpPost(URI url, String service, String requestIdHeader) implements RouteRequest {
  private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");
  private static final String LAMBDA = "lambda";
  private static final String API_GATEWAY = "execute-api";

  static HttpPost of(Route.FunctionUrl route) {
    return new HttpPost(Endpoints.requireHttp(route.url()), LAMBDA, "x-amzn-RequestId");
  }

  static HttpPost of(Route.HttpApi route) {
    return new HttpPost(Endpoints.requireHttp(route.url()), API_GATEWAY, "apigw-requestid");
  }

  static HttpPost of(Route.RestApi route) {
    return new HttpPost(Endpoints.requireHttp(route.url()), API_GATEWAY, "x-amzn-RequestId");
  }

  @Override
  public Map<String, String> headers() {
    return HEADERS;
  }
}
