package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import java.util.function.Supplier;
import software.amazon.awssdk.services.apigateway.model.CreateResourceRequest;
import software.amazon.awssdk.services.apigateway.model.CreateResourceResponse;
import software.amazon.awssdk.services.apigateway.model.Resource;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html. */
record CreateResource(RestApis apis, Supplier<String> ids)
    implements Operation<CreateResourceRequest, CreateResourceResponse> {
  @Override
  public CreateResourceResponse handle(Call call, CreateResourceRequest request) {
    var id = ids.get();
    var updated =
        apis.update(call.caller(), request.restApiId(), api -> api.with(child(api, id, request)));
    return Shapes.copy(updated.resource(id), CreateResourceResponse.builder()).build();
  }

  private static Resource child(StoredRestApi api, String id, CreateResourceRequest request) {
    var parent = api.resource(request.parentId()).path();
    var path = (parent.equals("/") ? "" : parent) + "/" + request.pathPart();
    if (api.resources().values().stream().anyMatch(other -> other.path().equals(path))) {
      throw ApiError.CONFLICT.exception(
          "Another resource with the same parent already has this name: " + request.pathPart());
    }
    return Resource.builder()
        .id(id)
        .parentId(request.parentId())
        .pathPart(request.pathPart())
        .path(path)
        .build();
  }
}
