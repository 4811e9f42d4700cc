package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.apigateway.model.GetIntegrationRequest;
import software.amazon.awssdk.services.apigateway.model.GetIntegrationResponse;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetIntegration.html. */
record GetIntegration(RestApis apis)
    implements Operation<GetIntegrationRequest, GetIntegrationResponse> {
  @Override
  public GetIntegrationResponse handle(Call call, GetIntegrationRequest request) {
    var resource = apis.get(call.caller(), request.restApiId()).resource(request.resourceId());
    var integration = Methods.of(resource, request.httpMethod()).methodIntegration();
    if (integration == null) {
      throw ApiError.NOT_FOUND.exception("No integration defined for method");
    }
    return Shapes.copy(integration, GetIntegrationResponse.builder()).build();
  }
}
