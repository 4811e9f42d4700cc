package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.apigateway.model.GetResourceRequest;
import software.amazon.awssdk.services.apigateway.model.GetResourceResponse;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetResource.html. */
record GetResource(RestApis apis) implements Operation<GetResourceRequest, GetResourceResponse> {
  @Override
  public GetResourceResponse handle(Call call, GetResourceRequest request) {
    var resource = apis.get(call.caller(), request.restApiId()).resource(request.resourceId());
    return Shapes.copy(resource, GetResourceResponse.builder()).build();
  }
}
