package dev.thaw.engine.apigateway.rest;

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
import software.amazon.awssdk.services.apigateway.model.CreateDeploymentRequest;
import software.amazon.awssdk.services.apigateway.model.CreateResourceRequest;
import software.amazon.awssdk.services.apigateway.model.CreateRestApiRequest;
import software.amazon.awssdk.services.apigateway.model.CreateStageRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteMethodRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteResourceRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteRestApiRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteStageRequest;
import software.amazon.awssdk.services.apigateway.model.GetDeploymentsRequest;
import software.amazon.awssdk.services.apigateway.model.GetIntegrationRequest;
import software.amazon.awssdk.services.apigateway.model.GetMethodRequest;
import software.amazon.awssdk.services.apigateway.model.GetResourceRequest;
import software.amazon.awssdk.services.apigateway.model.GetResourcesRequest;
import software.amazon.awssdk.services.apigateway.model.GetRestApiRequest;
import software.amazon.awssdk.services.apigateway.model.GetRestApisRequest;
import software.amazon.awssdk.services.apigateway.model.GetStageRequest;
import software.amazon.awssdk.services.apigateway.model.GetStagesRequest;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationRequest;
import software.amazon.awssdk.services.apigateway.model.PutMethodRequest;

/**
 * Operations on REST APIs, and what answers their clients.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/api/API_Operations.html">Amazon API
 *     Gateway API reference</a>
 */
public final class RestApiOperations implements OperationGroup {
  private static final String API = "/restapis/{restapi_id}";
  private static final String METHOD = API + "/resources/{resource_id}/methods/{http_method}";

  private final RestApis apis = new RestApis();
  private final RestApiFront front;
  private final Clock clock;
  private final Supplier<String> ids;

  /** {@code ids} gives API Gateway's short ids. */
  public RestApiOperations(Functions functions, Clock clock, Supplier<String> ids) {
    this.front = new RestApiFront(functions, clock);
    this.clock = clock;
    this.ids = ids;
  }

  /** The answer to a client of that API, if it is one of these. */
  public Optional<CompletableFuture<WireResponse>> answer(String apiId, Call call) {
    return apis.find(apiId).map(api -> front.answer(call, api));
  }

  @Override
  public RestTable addTo(RestTable table) {
    return withStages(withMethods(withResources(withApis(table))));
  }

  private RestTable withApis(RestTable table) {
    return table
        .with(
            "POST",
            "/restapis",
            Binding.of(
                    "CreateRestApi",
                    CreateRestApiRequest::builder,
                    new CreateRestApi(apis, clock, ids))
                .status(201)
                .constraints(Constraints.of(required("name"))))
        .with(
            "GET",
            "/restapis",
            Binding.of("GetRestApis", GetRestApisRequest::builder, new GetRestApis(apis)))
        .with(
            "GET", API, Binding.of("GetRestApi", GetRestApiRequest::builder, new GetRestApi(apis)))
        .with(
            "DELETE",
            API,
            Binding.of("DeleteRestApi", DeleteRestApiRequest::builder, new DeleteRestApi(apis))
                .status(202));
  }

  private RestTable withResources(RestTable table) {
    return table
        .with(
            "GET",
            API + "/resources",
            Binding.of("GetResources", GetResourcesRequest::builder, new GetResources(apis)))
        .with(
            "GET",
            API + "/resources/{resource_id}",
            Binding.of("GetResource", GetResourceRequest::builder, new GetResource(apis)))
        .with(
            "POST",
            API + "/resources/{parent_id}",
            Binding.of(
                    "CreateResource", CreateResourceRequest::builder, new CreateResource(apis, ids))
                .status(201)
                .constraints(Constraints.of(required("pathPart"))))
        .with(
            "DELETE",
            API + "/resources/{resource_id}",
            Binding.of("DeleteResource", DeleteResourceRequest::builder, new DeleteResource(apis))
                .status(202));
  }

  private RestTable withMethods(RestTable table) {
    return table
        .with(
            "PUT",
            METHOD,
            Binding.of("PutMethod", PutMethodRequest::builder, new PutMethod(apis))
                .status(201)
                .constraints(Constraints.of(required("authorizationType"))))
        .with(
            "GET", METHOD, Binding.of("GetMethod", GetMethodRequest::builder, new GetMethod(apis)))
        .with(
            "DELETE",
            METHOD,
            Binding.of("DeleteMethod", DeleteMethodRequest::builder, new DeleteMethod(apis))
                .status(204))
        .with(
            "PUT",
            METHOD + "/integration",
            Binding.of("PutIntegration", PutIntegrationRequest::builder, new PutIntegration(apis))
                .status(201)
                .constraints(Constraints.of(required("type"))))
        .with(
            "GET",
            METHOD + "/integration",
            Binding.of("GetIntegration", GetIntegrationRequest::builder, new GetIntegration(apis)));
  }

  private RestTable withStages(RestTable table) {
    return table
        .with(
            "POST",
            API + "/deployments",
            Binding.of(
                    "CreateDeployment",
                    CreateDeploymentRequest::builder,
                    new CreateDeployment(apis, clock, ids))
                .status(201))
        .with(
            "GET",
            API + "/deployments",
            Binding.of("GetDeployments", GetDeploymentsRequest::builder, new GetDeployments(apis))
                .lacking("position", "limit"))
        .with(
            "POST",
            API + "/stages",
            Binding.of("CreateStage", CreateStageRequest::builder, new CreateStage(apis, clock))
                .status(201)
                .constraints(Constraints.of(required("stageName"), required("deploymentId"))))
        .with(
            "GET",
            API + "/stages",
            Binding.of("GetStages", GetStagesRequest::builder, new GetStages(apis))
                .lacking("deploymentId"))
        .with(
            "GET",
            API + "/stages/{stage_name}",
            Binding.of("GetStage", GetStageRequest::builder, new GetStage(apis)))
        .with(
            "DELETE",
            API + "/stages/{stage_name}",
            Binding.of("DeleteStage", DeleteStageRequest::builder, new DeleteStage(apis))
                .status(202));
  }
}
