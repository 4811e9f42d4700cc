package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Page;
import java.util.Optional;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Route;

/** GetRoutes of https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html. */
record GetRoutes(HttpApis apis) implements Operation<GetRoutesRequest, GetRoutesResponse> {
  private static final int LARGEST_PAGE = 500;

  @Override
  public GetRoutesResponse handle(Call call, GetRoutesRequest request) {
    try {
      var page =
          Page.of(
              apis.get(call.caller(), request.apiId()).routes().values().stream(),
              Route::routeId,
              request.nextToken(),
              Optional.ofNullable(request.maxResults()).map(Integer::valueOf).orElse(LARGEST_PAGE));
      return GetRoutesResponse.builder().items(page.items()).nextToken(page.next()).build();
    } catch (IllegalArgumentException e) {
      throw ApiError.BAD_REQUEST.exception("Invalid next token");
    }
  }
}
