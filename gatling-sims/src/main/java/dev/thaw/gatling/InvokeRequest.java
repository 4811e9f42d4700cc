package dev.thaw.gatling;

import dev.thaw.load.Route;
import java.net.URI;
import java.util.Map;

/**
 * A synchronous Invoke of one function, with the end of its log.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
record InvokeRequest(URI url) implements RouteRequest {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/json",
          "X-Amz-Invocation-Type", "RequestResponse",
          "X-Amz-Log-Type", "Tail");

  static InvokeRequest of(Route.Invoke route, Endpoints endpoints) {
    return new InvokeRequest(invocations(route.function(), endpoints));
  }

  /** Where a function is invoked, by its name, alias or ARN. */
  static URI invocations(String function, Endpoints endpoints) {
    return endpoints.of(
        "lambda", "/2015-03-31/functions/" + Endpoints.encode(function) + "/invocations");
  }

  @Override
  public String service() {
    return "lambda";
  }

  @Override
  public Map<String, String> headers() {
    return HEADERS;
  }
}
