package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.apigateway.route.LambdaUri;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import dev.thaw.engine.protocol.Unsupported;
import dev.thaw.invocation.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.CreateApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.IntegrationType;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/** CreateApi of https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html. */
record CreateApi(HttpApis apis, Clock clock, Supplier<String> ids)
    implements Operation<CreateApiRequest, CreateApiResponse> {
  private static final String[] LACKING = {
    "CorsConfiguration", "CredentialsArn", "DisableExecuteApiEndpoint", "DisableSchemaValidation"
  };

  @Override
  public CreateApiResponse handle(Call call, CreateApiRequest request) {
    Unsupported.refuse(request, LACKING);
    if (request.protocolType() != ProtocolType.HTTP) {
      throw CommonError.notImplemented("The protocol type " + request.protocolTypeAsString());
    }
    var id = ids.get();
    var api =
        Shapes.copy(request, Api.builder())
            .apiId(id)
            .apiEndpoint(Endpoints.of(call, id))
            .apiKeySelectionExpression("$request.header.x-api-key")
            .routeSelectionExpression("$request.method $request.path")
            .disableExecuteApiEndpoint(false)
            .createdDate(clock.now())
            .build();
    var empty = new StoredHttpApi(call.account(), call.region(), api, Map.of(), Map.of(), Map.of());
    apis.add(request.target() == null ? empty : quick(empty, request));
    return Shapes.copy(api, CreateApiResponse.builder()).build();
  }

  /** What a target brings along: an integration, a route to it, and a stage that deploys. */
  private StoredHttpApi quick(StoredHttpApi api, CreateApiRequest request) {
    if (LambdaUri.parse(request.target()).isEmpty()) {
      throw CommonError.notImplemented("The target " + request.target());
    }
    var integration =
        Integration.builder()
            .apiGatewayManaged(true)
            .integrationId(ids.get())
            .integrationType(IntegrationType.AWS_PROXY)
            .integrationUri(request.target())
            .integrationMethod("POST")
            .payloadFormatVersion("2.0")
            .timeoutInMillis(CreateIntegration.LONGEST_MS)
            .build();
    var route =
        Route.builder()
            .apiGatewayManaged(true)
            .routeId(ids.get())
            .routeKey(request.routeKey() == null ? "$default" : request.routeKey())
            .target("integrations/" + integration.integrationId())
            .build();
    var stage =
        Stage.builder()
            .apiGatewayManaged(true)
            .stageName("$default")
            .autoDeploy(true)
            .createdDate(clock.now())
            .lastUpdatedDate(clock.now())
            .build();
    return api.withIntegrations(new TreeMap<>(Map.of(integration.integrationId(), integration)))
        .withRoutes(new TreeMap<>(Map.of(route.routeId(), route)))
        .deployedTo(stage);
  }
}
