package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Page;
import java.util.Optional;
import software.amazon.awssdk.services.apigateway.model.GetRestApisRequest;
import software.amazon.awssdk.services.apigateway.model.GetRestApisResponse;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetRestApis.html. */
record GetRestApis(RestApis apis) implements Operation<GetRestApisRequest, GetRestApisResponse> {
  private static final int LARGEST_PAGE = 500;

  @Override
  public GetRestApisResponse handle(Call call, GetRestApisRequest request) {
    try {
      var page =
          Page.of(
              apis.of(call.caller()).map(StoredRestApi::api),
              RestApi::id,
              request.position(),
              Optional.ofNullable(request.limit()).orElse(LARGEST_PAGE));
      return GetRestApisResponse.builder().items(page.items()).position(page.next()).build();
    } catch (IllegalArgumentException e) {
      throw ApiError.BAD_REQUEST.exception("Invalid position parameter");
    }
  }
}
