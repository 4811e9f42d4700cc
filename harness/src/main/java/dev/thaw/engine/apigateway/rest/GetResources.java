package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Page;
import java.util.Optional;
import software.amazon.awssdk.services.apigateway.model.GetResourcesRequest;
import software.amazon.awssdk.services.apigateway.model.GetResourcesResponse;
import software.amazon.awssdk.services.apigateway.model.Resource;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetResources.html. */
record GetResources(RestApis apis) implements Operation<GetResourcesRequest, GetResourcesResponse> {
  private static final int LARGEST_PAGE = 500;

  @Override
  public GetResourcesResponse handle(Call call, GetResourcesRequest request) {
    try {
      var page =
          Page.of(
              apis.get(call.caller(), request.restApiId()).resources().values().stream(),
              Resource::path,
              request.position(),
              Optional.ofNullable(request.limit()).orElse(LARGEST_PAGE));
      return GetResourcesResponse.builder().items(page.items()).position(page.next()).build();
    } catch (IllegalArgumentException e) {
      throw ApiError.BAD_REQUEST.exception("Invalid position parameter");
    }
  }
}
