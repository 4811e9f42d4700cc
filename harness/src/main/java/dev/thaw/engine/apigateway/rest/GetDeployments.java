package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.apigateway.model.GetDeploymentsRequest;
import software.amazon.awssdk.services.apigateway.model.GetDeploymentsResponse;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetDeployments.html. */
record GetDeployments(RestApis apis)
    implements Operation<GetDeploymentsRequest, GetDeploymentsResponse> {
  @Override
  public GetDeploymentsResponse handle(Call call, GetDeploymentsRequest request) {
    var api = apis.get(call.caller(), request.restApiId());
    return GetDeploymentsResponse.builder()
        .items(api.deployments().values().stream().map(StoredRestApi.Deployed::deployment).toList())
        .build();
  }
}
