package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigateway.model.DeleteStageRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteStageResponse;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteStage.html. */
record DeleteStage(RestApis apis) implements Operation<DeleteStageRequest, DeleteStageResponse> {
  @Override
  public DeleteStageResponse handle(Call call, DeleteStageRequest request) {
    apis.update(
        call.caller(),
        request.restApiId(),
        api -> {
          var left = new TreeMap<>(api.stages());
          left.remove(api.stage(request.stageName()).stageName());
          return api.withStages(left);
        });
    return DeleteStageResponse.builder().build();
  }
}
