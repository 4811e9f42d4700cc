package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import dev.thaw.engine.protocol.Unsupported;
import dev.thaw.invocation.Clock;
import software.amazon.awssdk.services.apigatewayv2.model.CreateStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateStageResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/** CreateStage of https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html. */
record CreateStage(HttpApis apis, Clock clock)
    implements Operation<CreateStageRequest, CreateStageResponse> {
  private static final String[] LACKING = {
    "AccessLogSettings", "ClientCertificateId", "DefaultRouteSettings", "RouteSettings"
  };

  @Override
  public CreateStageResponse handle(Call call, CreateStageRequest request) {
    Unsupported.refuse(request, LACKING);
    var stage =
        Shapes.copy(request, Stage.builder())
            .autoDeploy(Boolean.TRUE.equals(request.autoDeploy()))
            .createdDate(clock.now())
            .lastUpdatedDate(clock.now())
            .build();
    apis.update(
        call.caller(),
        request.apiId(),
        api -> {
          if (api.stages().containsKey(stage.stageName())) {
            throw ApiError.CONFLICT.exception("Stage already exists");
          }
          return api.deployedTo(stage);
        });
    return Shapes.copy(stage, CreateStageResponse.builder()).build();
  }
}
