package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigateway.model.DeleteResourceRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteResourceResponse;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteResource.html. */
record DeleteResource(RestApis apis)
    implements Operation<DeleteResourceRequest, DeleteResourceResponse> {
  @Override
  public DeleteResourceResponse handle(Call call, DeleteResourceRequest request) {
    apis.update(
        call.caller(),
        request.restApiId(),
        api -> {
          var path = api.resource(request.resourceId()).path();
          var left = new TreeMap<>(api.resources());
          left.values()
              .removeIf(other -> other.path().equals(path) || other.path().startsWith(path + "/"));
          return api.withResources(left);
        });
    return DeleteResourceResponse.builder().build();
  }
}
