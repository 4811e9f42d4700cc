package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.apigateway.model.DeleteRestApiRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteRestApiResponse;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteRestApi.html. */
record DeleteRestApi(RestApis apis)
    implements Operation<DeleteRestApiRequest, DeleteRestApiResponse> {
  @Override
  public DeleteRestApiResponse handle(Call call, DeleteRestApiRequest request) {
    apis.remove(call.caller(), request.restApiId());
    return DeleteRestApiResponse.builder().build();
  }
}
