package dev.thaw.target;

import dev.thaw.load.Route;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.CreateApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;

/**
 * An HTTP API before a function: a target brings its proxy integration (payload format 2.0), its
 * route and its stage along. Not a value: it knows its id once it is made.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop.html">
 *     Develop HTTP APIs in API Gateway</a>
 */
final class HttpApiTrigger implements Trigger {
  private final ApiGatewayV2Client httpApis;
  private final ApiPermission permission;
  private final String name;
  private @Nullable CreateApiResponse api;

  HttpApiTrigger(ApiGatewayV2Client httpApis, ApiPermission permission, String name) {
    this.httpApis = httpApis;
    this.permission = permission;
    this.name = name;
  }

  @Override
  public String name() {
    return "HTTP API " + name;
  }

  @Override
  public Route create() {
    var made =
        httpApis.createApi(
            create ->
                create.name(name).protocolType(ProtocolType.HTTP).target(permission.functionArn()));
    api = made;
    permission.grant(made.apiId());
    return new Route.HttpApi(URI.create(made.apiEndpoint() + "/"));
  }

  @Override
  public void remove() {
    var made = api;
    if (made == null) {
      return;
    }
    try {
      httpApis.deleteApi(delete -> delete.apiId(made.apiId()));
    } catch (NotFoundException gone) {
      // As good as deleted.
    }
  }
}
