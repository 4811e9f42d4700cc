package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.apigateway.model.GetStageRequest;
import software.amazon.awssdk.services.apigateway.model.GetStageResponse;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetStage.html. */
record GetStage(RestApis apis) implements Operation<GetStageRequest, GetStageResponse> {
  @Override
  public GetStageResponse handle(Call call, GetStageRequest request) {
    var stage = apis.get(call.caller(), request.restApiId()).stage(request.stageName());
    return Shapes.copy(stage, GetStageResponse.builder()).build();
  }
}
