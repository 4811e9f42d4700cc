package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Page;
import java.util.Optional;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;

/**
 * GetIntegrations of https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html.
 */
record GetIntegrations(HttpApis apis)
    implements Operation<GetIntegrationsRequest, GetIntegrationsResponse> {
  private static final int LARGEST_PAGE = 500;

  @Override
  public GetIntegrationsResponse handle(Call call, GetIntegrationsRequest request) {
    try {
      var page =
          Page.of(
              apis.get(call.caller(), request.apiId()).integrations().values().stream(),
              Integration::integrationId,
              request.nextToken(),
              Optional.ofNullable(request.maxResults()).map(Integer::valueOf).orElse(LARGEST_PAGE));
      return GetIntegrationsResponse.builder().items(page.items()).nextToken(page.next()).build();
    } catch (IllegalArgumentException e) {
      throw ApiError.BAD_REQUEST.exception("Invalid next token");
    }
  }
}
