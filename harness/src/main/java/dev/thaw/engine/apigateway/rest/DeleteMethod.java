package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigateway.model.DeleteMethodRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteMethodResponse;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteMethod.html. */
record DeleteMethod(RestApis apis) implements Operation<DeleteMethodRequest, DeleteMethodResponse> {
  @Override
  public DeleteMethodResponse handle(Call call, DeleteMethodRequest request) {
    apis.update(
        call.caller(),
        request.restApiId(),
        api -> {
          var resource = api.resource(request.resourceId());
          var left = new TreeMap<>(resource.resourceMethods());
          left.remove(Methods.of(resource, request.httpMethod()).httpMethod());
          return api.with(resource.toBuilder().resourceMethods(left).build());
        });
    return DeleteMethodResponse.builder().build();
  }
}
