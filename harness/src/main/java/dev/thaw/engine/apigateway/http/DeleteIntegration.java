package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteIntegrationResponse;

/**
 * DeleteIntegration of
 * https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html.
 */
record DeleteIntegration(HttpApis apis)
    implements Operation<DeleteIntegrationRequest, DeleteIntegrationResponse> {
  @Override
  public DeleteIntegrationResponse handle(Call call, DeleteIntegrationRequest request) {
    apis.update(
        call.caller(),
        request.apiId(),
        api -> {
          var left = new TreeMap<>(api.integrations());
          left.remove(api.integration(request.integrationId()).integrationId());
          return api.withIntegrations(left);
        });
    return DeleteIntegrationResponse.builder().build();
  }
}
