package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import dev.thaw.engine.protocol.Unsupported;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.apigatewayv2.model.AuthorizationType;
import software.amazon.awssdk.services.apigatewayv2.model.CreateRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateRouteResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Route;

/** CreateRoute of https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html. */
record CreateRoute(HttpApis apis, Supplier<String> ids)
    implements Operation<CreateRouteRequest, CreateRouteResponse> {
  private static final Pattern KEY =
      Pattern.compile("\\$default|(ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT) /.*");
  private static final String[] LACKING = {
    "ApiKeyRequired",
    "AuthorizationScopes",
    "AuthorizerId",
    "RequestParameters",
    "RequestModels",
    "ModelSelectionExpression",
    "RouteResponseSelectionExpression"
  };

  @Override
  public CreateRouteResponse handle(Call call, CreateRouteRequest request) {
    Unsupported.refuse(request, LACKING);
    check(request);
    var route =
        Route.builder()
            .routeId(ids.get())
            .routeKey(request.routeKey())
            .target(request.target())
            .operationName(request.operationName())
            .authorizationType(AuthorizationType.NONE)
            .apiKeyRequired(false)
            .build();
    apis.update(call.caller(), request.apiId(), api -> with(api, route));
    return Shapes.copy(route, CreateRouteResponse.builder()).build();
  }

  private static void check(CreateRouteRequest request) {
    var authorization = request.authorizationType();
    if (authorization != null && authorization != AuthorizationType.NONE) {
      throw CommonError.notImplemented("The authorization type " + authorization);
    }
    if (!KEY.matcher(request.routeKey()).matches()) {
      throw ApiError.BAD_REQUEST.exception(
          "The provided route key is not formatted properly for HTTP protocol. Format should be"
              + " \"<HTTP METHOD> /<RESOURCE PATH>\" or \"$default\"");
    }
  }

  private static StoredHttpApi with(StoredHttpApi api, Route route) {
    if (api.routes().values().stream().anyMatch(one -> one.routeKey().equals(route.routeKey()))) {
      throw ApiError.CONFLICT.exception(
          "Route with key %s already exists for this API".formatted(route.routeKey()));
    }
    if (route.target() != null) {
      api.integration(route.target().replaceFirst("^integrations/", ""));
    }
    var more = new TreeMap<>(api.routes());
    more.put(route.routeId(), route);
    return api.withRoutes(more);
  }
}
