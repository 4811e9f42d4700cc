package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.apigateway.route.Integration;
import dev.thaw.engine.apigateway.route.LambdaUri;
import dev.thaw.engine.apigateway.route.RoutePattern;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Resource;

/** The methods of an API's resources as they were deployed, most specific first. */
record RestRoutes(SortedMap<RoutePattern, Endpoint> endpoints) {
  /** Where a route leads: its resource's id, and the integration of its method. */
  record Endpoint(String resourceId, String resourcePath, Integration integration) {}

  /** A route that was found, with the variables of its path. */
  record Match(Endpoint endpoint, Map<String, String> variables) {}

  static RestRoutes of(Collection<Resource> resources) {
    var endpoints = new TreeMap<RoutePattern, Endpoint>();
    for (var resource : resources) {
      for (var method : resource.resourceMethods().values()) {
        integration(method)
            .ifPresent(
                found ->
                    endpoints.put(
                        RoutePattern.of(method.httpMethod(), resource.path()),
                        new Endpoint(resource.id(), resource.path(), found)));
      }
    }
    return new RestRoutes(endpoints);
  }

  private static Optional<Integration> integration(Method method) {
    return Optional.ofNullable(method.methodIntegration())
        .flatMap(
            found ->
                LambdaUri.parse(found.uri())
                    .map(
                        function ->
                            new Integration(function, Duration.ofMillis(found.timeoutInMillis()))));
  }

  Optional<Match> find(String method, String path) {
    for (var entry : endpoints.entrySet()) {
      var variables = entry.getKey().match(method, path);
      if (variables.isPresent()) {
        return Optional.of(new Match(entry.getValue(), variables.orElseThrow()));
      }
    }
    return Optional.empty();
  }
}
