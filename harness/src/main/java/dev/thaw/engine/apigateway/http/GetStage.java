package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.apigatewayv2.model.GetStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetStageResponse;

/** GetStage of https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html. */
record GetStage(HttpApis apis) implements Operation<GetStageRequest, GetStageResponse> {
  @Override
  public GetStageResponse handle(Call call, GetStageRequest request) {
    var stage = apis.get(call.caller(), request.apiId()).stage(request.stageName()).stage();
    return Shapes.copy(stage, GetStageResponse.builder()).build();
  }
}
