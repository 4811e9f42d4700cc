package dev.thaw.gatling;

import dev.thaw.load.Route;
import java.net.URI;
import java.util.Map;

/**
 * An Invoke of the type Event: the answer, 202, says that Lambda has queued it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html">Asynchronous
 *     invocation</a>
 */
record AsyncInvokeRequest(URI url) implements RouteRequest {
  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/json", "X-Amz-Invocation-Type", "Event");

  static AsyncInvokeRequest of(Route.InvokeAsync route, Endpoints endpoints) {
    return new AsyncInvokeRequest(InvokeRequest.invocations(route.function(), endpoints));
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
