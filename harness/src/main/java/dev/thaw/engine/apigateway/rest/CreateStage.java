package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import dev.thaw.engine.protocol.Unsupported;
import dev.thaw.invocation.Clock;
import software.amazon.awssdk.services.apigateway.model.CreateStageRequest;
import software.amazon.awssdk.services.apigateway.model.CreateStageResponse;
import software.amazon.awssdk.services.apigateway.model.Stage;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html. */
record CreateStage(RestApis apis, Clock clock)
    implements Operation<CreateStageRequest, CreateStageResponse> {
  private static final String[] LACKING = {
    "cacheClusterEnabled",
    "cacheClusterSize",
    "canarySettings",
    "documentationVersion",
    "tags",
    "tracingEnabled"
  };

  @Override
  public CreateStageResponse handle(Call call, CreateStageRequest request) {
    Unsupported.refuse(request, LACKING);
    var stage =
        Stage.builder()
            .stageName(request.stageName())
            .deploymentId(request.deploymentId())
            .description(request.description())
            .variables(request.hasVariables() ? request.variables() : null)
            .createdDate(clock.now())
            .lastUpdatedDate(clock.now())
            .build();
    apis.update(
        call.caller(),
        request.restApiId(),
        api -> {
          if (!api.deployments().containsKey(request.deploymentId())) {
            throw ApiError.NOT_FOUND.exception("Deployment id does not exist");
          }
          if (api.stages().containsKey(request.stageName())) {
            throw ApiError.CONFLICT.exception("Stage already exists");
          }
          return api.with(stage);
        });
    return Shapes.copy(stage, CreateStageResponse.builder()).build();
  }
}
