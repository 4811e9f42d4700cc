package dev.thaw.engine.apigateway.http;

import static dev.thaw.engine.protocol.Constraint.required;

import dev.thaw.engine.apigateway.route.Functions;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Constraints;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import dev.thaw.engine.protocol.WireResponse;
import dev.thaw.invocation.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import software.amazon.awssdk.services.apigatewayv2.model.CreateApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateDeploymentRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesRequest;

/**
 * Operations on HTTP APIs, and what answers their clients.
 *
 * @see <a href="https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html">
 *     Amazon API Gateway version 2 API reference</a>
 */
public final class HttpApiOperations implements OperationGroup {
  private static final String API = "/v2/apis/{apiId}";

  private final HttpApis apis = new HttpApis();
  private final HttpApiFront front;
  private final Clock clock;
  private final Supplier<String> ids;

  /** {@code ids} gives API Gateway's short ids. */
  public HttpApiOperations(Functions functions, Clock clock, Supplier<String> ids) {
    this.front = new HttpApiFront(functions, clock);
    this.clock = clock;
    this.ids = ids;
  }

  /** The answer to a client of that API, if it is one of these. */
  public Optional<CompletableFuture<WireResponse>> answer(String apiId, Call call) {
    return apis.find(apiId).map(api -> front.answer(call, api));
  }

  @Override
  public RestTable addTo(RestTable table) {
    return withStages(withRoutes(withApis(table)));
  }

  private RestTable withApis(RestTable table) {
    return table
        .with(
            "POST",
            "/v2/apis",
            Binding.of("CreateApi", CreateApiRequest::builder, new CreateApi(apis, clock, ids))
                .status(201)
                .constraints(Constraints.of(required("Name"), required("ProtocolType"))))
        .with("GET", "/v2/apis", Binding.of("GetApis", GetApisRequest::builder, new GetApis(apis)))
        .with("GET", API, Binding.of("GetApi", GetApiRequest::builder, new GetApi(apis)))
        .with(
            "DELETE",
            API,
            Binding.of("DeleteApi", DeleteApiRequest::builder, new DeleteApi(apis)).status(204));
  }

  private RestTable withRoutes(RestTable table) {
    return table
        .with(
            "POST",
            API + "/integrations",
            Binding.of(
                    "CreateIntegration",
                    CreateIntegrationRequest::builder,
                    new CreateIntegration(apis, ids))
                .status(201)
                .constraints(Constraints.of(required("IntegrationType"))))
        .with(
            "GET",
            API + "/integrations",
            Binding.of(
                "GetIntegrations", GetIntegrationsRequest::builder, new GetIntegrations(apis)))
        .with(
            "DELETE",
            API + "/integrations/{integrationId}",
            Binding.of(
                    "DeleteIntegration",
                    DeleteIntegrationRequest::builder,
                    new DeleteIntegration(apis))
                .status(204))
        .with(
            "POST",
            API + "/routes",
            Binding.of("CreateRoute", CreateRouteRequest::builder, new CreateRoute(apis, ids))
                .status(201)
                .constraints(Constraints.of(required("RouteKey"))))
        .with(
            "GET",
            API + "/routes",
            Binding.of("GetRoutes", GetRoutesRequest::builder, new GetRoutes(apis)))
        .with(
            "DELETE",
            API + "/routes/{routeId}",
            Binding.of("DeleteRoute", DeleteRouteRequest::builder, new DeleteRoute(apis))
                .status(204));
  }

  private RestTable withStages(RestTable table) {
    return table
        .with(
            "POST",
            API + "/stages",
            Binding.of("CreateStage", CreateStageRequest::builder, new CreateStage(apis, clock))
                .status(201)
                .constraints(Constraints.of(required("StageName"))))
        .with(
            "GET",
            API + "/stages",
            Binding.of("GetStages", GetStagesRequest::builder, new GetStages(apis)))
        .with(
            "GET",
            API + "/stages/{stageName}",
            Binding.of("GetStage", GetStageRequest::builder, new GetStage(apis)))
        .with(
            "DELETE",
            API + "/stages/{stageName}",
            Binding.of("DeleteStage", DeleteStageRequest::builder, new DeleteStage(apis))
                .status(204))
        .with(
            "POST",
            API + "/deployments",
            Binding.of(
                    "CreateDeployment",
                    CreateDeploymentRequest::builder,
                    new CreateDeployment(apis, clock, ids))
                .status(201));
  }
}
