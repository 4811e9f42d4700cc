package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Page;
import java.util.Optional;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/** GetStages of https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html. */
record GetStages(HttpApis apis) implements Operation<GetStagesRequest, GetStagesResponse> {
  private static final int LARGEST_PAGE = 500;

  @Override
  public GetStagesResponse handle(Call call, GetStagesRequest request) {
    try {
      var page =
          Page.of(
              apis.get(call.caller(), request.apiId()).stages().values().stream()
                  .map(StoredHttpApi.Served::stage),
              Stage::stageName,
              request.nextToken(),
              Optional.ofNullable(request.maxResults()).map(Integer::valueOf).orElse(LARGEST_PAGE));
      return GetStagesResponse.builder().items(page.items()).nextToken(page.next()).build();
    } catch (IllegalArgumentException e) {
      throw ApiError.BAD_REQUEST.exception("Invalid next token");
    }
  }
}
