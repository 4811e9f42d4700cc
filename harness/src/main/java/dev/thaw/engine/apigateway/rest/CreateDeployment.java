package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import dev.thaw.engine.protocol.Unsupported;
import dev.thaw.invocation.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.services.apigateway.model.CreateDeploymentRequest;
import software.amazon.awssdk.services.apigateway.model.CreateDeploymentResponse;
import software.amazon.awssdk.services.apigateway.model.Deployment;
import software.amazon.awssdk.services.apigateway.model.Stage;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDeployment.html. */
record CreateDeployment(RestApis apis, Clock clock, Supplier<String> ids)
    implements Operation<CreateDeploymentRequest, CreateDeploymentResponse> {
  private static final String[] LACKING = {
    "cacheClusterEnabled", "cacheClusterSize", "canarySettings", "tracingEnabled"
  };

  @Override
  public CreateDeploymentResponse handle(Call call, CreateDeploymentRequest request) {
    Unsupported.refuse(request, LACKING);
    var deployment =
        Deployment.builder()
            .id(ids.get())
            .description(request.description())
            .createdDate(clock.now())
            .build();
    apis.update(call.caller(), request.restApiId(), api -> deployed(api, deployment, request));
    return Shapes.copy(deployment, CreateDeploymentResponse.builder()).build();
  }

  private StoredRestApi deployed(
      StoredRestApi api, Deployment deployment, CreateDeploymentRequest request) {
    if (api.resources().values().stream().allMatch(one -> one.resourceMethods().isEmpty())) {
      throw ApiError.BAD_REQUEST.exception("The REST API doesn't contain any methods");
    }
    var routes = RestRoutes.of(api.resources().values());
    var with = api.with(new StoredRestApi.Deployed(deployment, routes));
    if (request.stageName() == null) {
      return with;
    }
    var old = api.stages().get(request.stageName());
    var stage = old == null ? Stage.builder().createdDate(clock.now()) : old.toBuilder();
    return with.with(
        stage
            .stageName(request.stageName())
            .deploymentId(deployment.id())
            .description(request.stageDescription())
            .variables(request.hasVariables() ? request.variables() : null)
            .lastUpdatedDate(clock.now())
            .build());
  }
}
