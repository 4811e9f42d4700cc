package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.apigateway.route.ApiError;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigateway.model.Deployment;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.RestApi;
import software.amazon.awssdk.services.apigateway.model.Stage;

/**
 * A REST API as it stands: its resources, which are being edited, and its stages, each of which
 * serves the resources of one deployment as they were then.
 */
record StoredRestApi(
    String account,
    String region,
    RestApi api,
    Map<String, Resource> resources,
    Map<String, Deployed> deployments,
    Map<String, Stage> stages) {

  StoredRestApi {
    resources = Map.copyOf(resources);
    deployments = Map.copyOf(deployments);
    stages = Map.copyOf(stages);
  }

  /** A deployment, and the routes that it serves. */
  record Deployed(Deployment deployment, RestRoutes routes) {}

  Resource resource(String id) {
    var resource = resources.get(id);
    if (resource == null) {
      throw ApiError.NOT_FOUND.exception("Invalid Resource identifier specified");
    }
    return resource;
  }

  Stage stage(String name) {
    var stage = stages.get(name);
    if (stage == null) {
      throw ApiError.NOT_FOUND.exception("Invalid stage identifier specified");
    }
    return stage;
  }

  StoredRestApi with(Resource resource) {
    var changed = new TreeMap<>(resources);
    changed.put(resource.id(), resource);
    return withResources(changed);
  }

  StoredRestApi withResources(Map<String, Resource> changed) {
    return new StoredRestApi(account, region, api, changed, deployments, stages);
  }

  StoredRestApi with(Deployed deployed) {
    var more = new TreeMap<>(deployments);
    more.put(deployed.deployment().id(), deployed);
    return new StoredRestApi(account, region, api, resources, more, stages);
  }

  StoredRestApi with(Stage stage) {
    var changed = new TreeMap<>(stages);
    changed.put(stage.stageName(), stage);
    return withStages(changed);
  }

  StoredRestApi withStages(Map<String, Stage> changed) {
    return new StoredRestApi(account, region, api, resources, deployments, changed);
  }
}
