package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.apigateway.route.LambdaUri;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import dev.thaw.engine.protocol.Unsupported;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewayv2.model.ConnectionType;
import software.amazon.awssdk.services.apigatewayv2.model.CreateIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateIntegrationResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.IntegrationType;

/**
 * CreateIntegration of
 * https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html.
 */
record CreateIntegration(HttpApis apis, Supplier<String> ids)
    implements Operation<CreateIntegrationRequest, CreateIntegrationResponse> {
  static final int LONGEST_MS = 30_000;
  private static final int SHORTEST_MS = 50;
  private static final String[] LACKING = {
    "ConnectionId",
    "CredentialsArn",
    "RequestParameters",
    "ResponseParameters",
    "TlsConfig",
    "ContentHandlingStrategy",
    "PassthroughBehavior",
    "RequestTemplates",
    "TemplateSelectionExpression"
  };

  @Override
  public CreateIntegrationResponse handle(Call call, CreateIntegrationRequest request) {
    Unsupported.refuse(request, LACKING);
    Unsupported.refuseUnless(request, "ConnectionType", "INTERNET");
    check(request);
    var integration =
        Integration.builder()
            .integrationId(ids.get())
            .connectionType(ConnectionType.INTERNET)
            .integrationType(request.integrationType())
            .integrationUri(request.integrationUri())
            .integrationMethod("POST")
            .description(request.description())
            .payloadFormatVersion(request.payloadFormatVersion())
            .timeoutInMillis(Optional.ofNullable(request.timeoutInMillis()).orElse(LONGEST_MS))
            .build();
    apis.update(
        call.caller(),
        request.apiId(),
        api -> {
          var more = new TreeMap<>(api.integrations());
          more.put(integration.integrationId(), integration);
          return api.withIntegrations(more);
        });
    return Shapes.copy(integration, CreateIntegrationResponse.builder()).build();
  }

  private static void check(CreateIntegrationRequest request) {
    if (request.integrationType() != IntegrationType.AWS_PROXY
        || request.integrationSubtype() != null) {
      throw CommonError.notImplemented("The integration " + request.integrationTypeAsString());
    }
    var uri = request.integrationUri();
    if (uri == null || LambdaUri.parse(uri).isEmpty()) {
      throw ApiError.BAD_REQUEST.exception("Invalid integration URI specified");
    }
    checkFormat(request.payloadFormatVersion());
    var timeout = request.timeoutInMillis();
    if (timeout != null && (timeout < SHORTEST_MS || timeout > LONGEST_MS)) {
      throw ApiError.BAD_REQUEST.exception("TimeoutInMillis should be between 50 ms and 30000 ms");
    }
  }

  private static void checkFormat(@Nullable String format) {
    if (!"1.0".equals(format) && !"2.0".equals(format)) {
      throw ApiError.BAD_REQUEST.exception(
          format == null
              ? "PayloadFormatVersion is a required parameter for integration of type AWS_PROXY"
              : "Invalid PayloadFormatVersion specified: " + format);
    }
  }
}
