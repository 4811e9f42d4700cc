package dev.thaw.gatling;

import static java.util.Objects.requireNonNull;

import dev.thaw.load.Route;
import java.util.Map;
import java.util.function.BiFunction;

/** The request that belongs to each kind of route. */
final class RouteRequests {
  private static final Map<Class<?>, BiFunction<Route, Endpoints, RouteRequest>> KINDS =
      Map.ofEntries(
          kind(Route.Invoke.class, InvokeRequest::of),
          kind(Route.InvokeAsync.class, AsyncInvokeRequest::of),
          kind(Route.S3Put.class, S3Request::of),
          kind(Route.KinesisPut.class, KinesisRequest::of),
          kind(Route.DynamoDbPut.class, DynamoDbRequest::of),
          kind(Route.FunctionUrl.class, (route, endpoints) -> HttpPost.of(route)),
          kind(Route.HttpApi.class, (route, endpoints) -> HttpPost.of(route)),
          kind(Route.RestApi.class, (route, endpoints) -> HttpPost.of(route)));

  private RouteRequests() {}

  static RouteRequest of(Route route, Endpoints endpoints) {
    return requireNonNull(KINDS.get(route.getClass())).apply(route, endpoints);
  }

  private static <R extends Route>
      Map.Entry<Class<?>, BiFunction<Route, Endpoints, RouteRequest>> kind(
          Class<R> route, BiFunction<R, Endpoints, RouteRequest> request) {
    return Map.entry(route, (some, endpoints) -> request.apply(route.cast(some), endpoints));
  }
}
