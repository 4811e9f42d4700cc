package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.apigateway.model.GetRestApiRequest;
import software.amazon.awssdk.services.apigateway.model.GetRestApiResponse;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetRestApi.html. */
record GetRestApi(RestApis apis) implements Operation<GetRestApiRequest, GetRestApiResponse> {
  @Override
  public GetRestApiResponse handle(Call call, GetRestApiRequest request) {
    var api = apis.get(call.caller(), request.restApiId()).api();
    return Shapes.copy(api, GetRestApiResponse.builder()).build();
  }
}
