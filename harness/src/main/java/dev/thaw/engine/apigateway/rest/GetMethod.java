package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.apigateway.model.GetMethodRequest;
import software.amazon.awssdk.services.apigateway.model.GetMethodResponse;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetMethod.html. */
record GetMethod(RestApis apis) implements Operation<GetMethodRequest, GetMethodResponse> {
  @Override
  public GetMethodResponse handle(Call call, GetMethodRequest request) {
    var resource = apis.get(call.caller(), request.restApiId()).resource(request.resourceId());
    return Shapes.copy(Methods.of(resource, request.httpMethod()), GetMethodResponse.builder())
        .build();
  }
}
