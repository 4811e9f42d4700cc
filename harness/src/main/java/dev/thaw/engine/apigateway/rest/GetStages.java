package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.apigateway.model.GetStagesRequest;
import software.amazon.awssdk.services.apigateway.model.GetStagesResponse;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetStages.html. */
record GetStages(RestApis apis) implements Operation<GetStagesRequest, GetStagesResponse> {
  @Override
  public GetStagesResponse handle(Call call, GetStagesRequest request) {
    var api = apis.get(call.caller(), request.restApiId());
    return GetStagesResponse.builder().item(api.stages().values()).build();
  }
}
