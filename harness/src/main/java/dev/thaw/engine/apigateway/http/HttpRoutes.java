package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.apigateway.route.Integration;
import dev.thaw.engine.apigateway.route.LambdaUri;
import dev.thaw.engine.apigateway.route.RoutePattern;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigatewayv2.model.Route;

/**
 * The routes of an HTTP API as they were deployed, most specific first and {@code $default} last.
 */
record HttpRoutes(SortedMap<RoutePattern, Endpoint> endpoints, Optional<Endpoint> fallback) {
  private static final String DEFAULT = "$default";
  private static final String TARGET = "integrations/";

  /** Where a route leads, and in which payload format. */
  record Endpoint(String routeKey, Integration integration, boolean isFormat1) {}

  /** A route that was found, with the variables of its path. */
  record Match(Endpoint endpoint, Map<String, String> variables) {}

  static HttpRoutes of(StoredHttpApi api) {
    var endpoints = new TreeMap<RoutePattern, Endpoint>();
    Optional<Endpoint> fallback = Optional.empty();
    for (var route : api.routes().values()) {
      var endpoint = endpoint(api, route);
      if (route.routeKey().equals(DEFAULT)) {
        fallback = endpoint;
      } else {
        var key = route.routeKey().split(" ", 2);
        endpoint.ifPresent(found -> endpoints.put(RoutePattern.of(key[0], key[1]), found));
      }
    }
    return new HttpRoutes(endpoints, fallback);
  }

  /** None while a route has no target yet. */
  private static Optional<Endpoint> endpoint(StoredHttpApi api, Route route) {
    return Optional.ofNullable(route.target())
        .map(target -> api.integrations().get(target.substring(TARGET.length())))
        .flatMap(
            found ->
                LambdaUri.parse(found.integrationUri())
                    .map(
                        function ->
                            new Endpoint(
                                route.routeKey(),
                                new Integration(
                                    function, Duration.ofMillis(found.timeoutInMillis())),
                                found.payloadFormatVersion().equals("1.0"))));
  }

  Optional<Match> find(String method, String path) {
    for (var entry : endpoints.entrySet()) {
      var variables = entry.getKey().match(method, path);
      if (variables.isPresent()) {
        return Optional.of(new Match(entry.getValue(), variables.orElseThrow()));
      }
    }
    return fallback.map(endpoint -> new Match(endpoint, Map.of()));
  }
}
