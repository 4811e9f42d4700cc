package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.apigateway.route.LambdaUri;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import dev.thaw.engine.protocol.Unsupported;
import java.util.Optional;
import software.amazon.awssdk.services.apigateway.model.Integration;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationRequest;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationResponse;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html. */
record PutIntegration(RestApis apis)
    implements Operation<PutIntegrationRequest, PutIntegrationResponse> {
  private static final int SHORTEST_MS = 50;
  private static final int LONGEST_MS = 29_000;
  private static final String[] LACKING = {
    "connectionId",
    "requestParameters",
    "requestTemplates",
    "cacheKeyParameters",
    "tlsConfig",
    "cacheNamespace",
    "credentials",
    "contentHandling",
    "integrationTarget"
  };

  @Override
  public PutIntegrationResponse handle(Call call, PutIntegrationRequest request) {
    Unsupported.refuse(request, LACKING);
    Unsupported.refuseUnless(request, "connectionType", "INTERNET");
    Unsupported.refuseUnless(request, "responseTransferMode", "BUFFERED");
    Unsupported.refuseUnless(request, "passthroughBehavior", "WHEN_NO_MATCH");
    check(request);
    var integration =
        Integration.builder()
            .type(request.type())
            .httpMethod(request.integrationHttpMethod())
            .uri(request.uri())
            .passthroughBehavior("WHEN_NO_MATCH")
            .timeoutInMillis(Optional.ofNullable(request.timeoutInMillis()).orElse(LONGEST_MS))
            .cacheNamespace(request.resourceId())
            .build();
    apis.update(
        call.caller(),
        request.restApiId(),
        api -> {
          var resource = api.resource(request.resourceId());
          var method = Methods.of(resource, request.httpMethod());
          return api.with(
              Methods.with(resource, method.toBuilder().methodIntegration(integration).build()));
        });
    return Shapes.copy(integration, PutIntegrationResponse.builder()).build();
  }

  private static void check(PutIntegrationRequest request) {
    if (request.type() != IntegrationType.AWS_PROXY) {
      throw CommonError.notImplemented("The integration type " + request.typeAsString());
    }
    if (!"POST".equals(request.integrationHttpMethod())) {
      throw ApiError.BAD_REQUEST.exception("Enumeration value for HttpMethod must be non-empty");
    }
    if (request.uri() == null || LambdaUri.parse(request.uri()).isEmpty()) {
      throw ApiError.BAD_REQUEST.exception("Invalid ARN specified in the request");
    }
    var timeout = request.timeoutInMillis();
    if (timeout != null && (timeout < SHORTEST_MS || timeout > LONGEST_MS)) {
      throw ApiError.BAD_REQUEST.exception("Timeout should be between 50 ms and 29000 ms");
    }
  }
}
