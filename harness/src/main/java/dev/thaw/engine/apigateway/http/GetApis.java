package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Page;
import java.util.Optional;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;

/** GetApis of https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html. */
record GetApis(HttpApis apis) implements Operation<GetApisRequest, GetApisResponse> {
  private static final int LARGEST_PAGE = 500;

  @Override
  public GetApisResponse handle(Call call, GetApisRequest request) {
    try {
      var page =
          Page.of(
              apis.of(call.caller()).map(StoredHttpApi::api),
              Api::apiId,
              request.nextToken(),
              Optional.ofNullable(request.maxResults()).map(Integer::valueOf).orElse(LARGEST_PAGE));
      return GetApisResponse.builder().items(page.items()).nextToken(page.next()).build();
    } catch (IllegalArgumentException e) {
      throw ApiError.BAD_REQUEST.exception("Invalid next token");
    }
  }
}
