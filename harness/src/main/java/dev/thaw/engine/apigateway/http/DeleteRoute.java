package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteRouteResponse;

/** DeleteRoute of https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html. */
record DeleteRoute(HttpApis apis) implements Operation<DeleteRouteRequest, DeleteRouteResponse> {
  @Override
  public DeleteRouteResponse handle(Call call, DeleteRouteRequest request) {
    apis.update(
        call.caller(),
        request.apiId(),
        api -> {
          var left = new TreeMap<>(api.routes());
          if (left.remove(request.routeId()) == null) {
            throw ApiError.NOT_FOUND.exception("Unable to find Route by Id " + request.routeId());
          }
          return api.withRoutes(left);
        });
    return DeleteRouteResponse.builder().build();
  }
}
