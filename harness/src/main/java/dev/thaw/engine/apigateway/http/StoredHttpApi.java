package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.apigateway.route.ApiError;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/**
 * An HTTP API as it stands: its integrations and routes, which are being edited, and its stages. A
 * stage serves the routes as they were when they were deployed to it; one that deploys of itself,
 * as they are.
 */
record StoredHttpApi(
    String account,
    String region,
    Api api,
    Map<String, Integration> integrations,
    Map<String, Route> routes,
    Map<String, Served> stages) {

  StoredHttpApi {
    integrations = Map.copyOf(integrations);
    routes = Map.copyOf(routes);
    stages = Map.copyOf(stages);
  }

  /** A stage, and the routes that it serves. */
  record Served(Stage stage, HttpRoutes routes) {
    boolean deploysOfItself() {
      return Boolean.TRUE.equals(stage.autoDeploy());
    }
  }

  Integration integration(String id) {
    return Optional.ofNullable(integrations.get(id))
        .orElseThrow(() -> ApiError.NOT_FOUND.exception("Unable to find Integration by Id " + id));
  }

  Served stage(String name) {
    return Optional.ofNullable(stages.get(name))
        .orElseThrow(() -> ApiError.NOT_FOUND.exception("Unable to find Stage by name " + name));
  }

  StoredHttpApi withIntegrations(Map<String, Integration> changed) {
    return new StoredHttpApi(account, region, api, changed, routes, stages).served();
  }

  StoredHttpApi withRoutes(Map<String, Route> changed) {
    return new StoredHttpApi(account, region, api, integrations, changed, stages).served();
  }

  StoredHttpApi withStages(Map<String, Served> changed) {
    return new StoredHttpApi(account, region, api, integrations, routes, changed);
  }

  /** With a stage that serves the routes as they are now. */
  StoredHttpApi deployedTo(Stage stage) {
    var changed = new TreeMap<>(stages);
    changed.put(stage.stageName(), new Served(stage, HttpRoutes.of(this)));
    return withStages(changed);
  }

  private StoredHttpApi served() {
    var now = HttpRoutes.of(this);
    var changed = new TreeMap<>(stages);
    changed.replaceAll(
        (name, stage) -> stage.deploysOfItself() ? new Served(stage.stage(), now) : stage);
    return withStages(changed);
  }
}
