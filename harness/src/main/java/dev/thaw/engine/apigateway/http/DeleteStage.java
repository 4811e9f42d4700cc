package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteStageResponse;

/** DeleteStage of https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html. */
record DeleteStage(HttpApis apis) implements Operation<DeleteStageRequest, DeleteStageResponse> {
  @Override
  public DeleteStageResponse handle(Call call, DeleteStageRequest request) {
    apis.update(
        call.caller(),
        request.apiId(),
        api -> {
          var left = new TreeMap<>(api.stages());
          left.remove(api.stage(request.stageName()).stage().stageName());
          return api.withStages(left);
        });
    return DeleteStageResponse.builder().build();
  }
}
