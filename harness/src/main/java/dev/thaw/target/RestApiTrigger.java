package dev.thaw.target;

import dev.thaw.load.Route;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.CreateRestApiResponse;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;

/**
 * A REST API before a function: a proxy integration of its root, deployed to a stage. Not a value:
 * it knows its id once it is made.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-create-api-as-simple-proxy-for-lambda.html">
 *     Lambda proxy integrations of REST APIs</a>
 */
final class RestApiTrigger implements Trigger {
  private static final String STAGE = "thaw";
  private static final String ANY = "ANY";

  private final ApiGatewayClient restApis;
  private final ApiPermission permission;
  private final String name;
  private @Nullable CreateRestApiResponse api;

  RestApiTrigger(ApiGatewayClient restApis, ApiPermission permission, String name) {
    this.restApis = restApis;
    this.permission = permission;
    this.name = name;
  }

  @Override
  public String name() {
    return "REST API " + name;
  }

  @Override
  public Route create() {
    var made = restApis.createRestApi(create -> create.name(name));
    api = made;
    permission.grant(made.id());
    restApis.putMethod(
        put ->
            put.restApiId(made.id())
                .resourceId(made.rootResourceId())
                .httpMethod(ANY)
                .authorizationType("NONE"));
    restApis.putIntegration(
        put ->
            put.restApiId(made.id())
                .resourceId(made.rootResourceId())
                .httpMethod(ANY)
                .type(IntegrationType.AWS_PROXY)
                .integrationHttpMethod("POST")
                .uri(permission.integrationUri()));
    restApis.createDeployment(create -> create.restApiId(made.id()).stageName(STAGE));
    return new Route.RestApi(permission.url(made.id(), STAGE));
  }

  @Override
  public void remove() {
    var made = api;
    if (made == null) {
      return;
    }
    try {
      restApis.deleteRestApi(delete -> delete.restApiId(made.id()));
    } catch (NotFoundException gone) {
      // As good as deleted.
    }
  }
}
