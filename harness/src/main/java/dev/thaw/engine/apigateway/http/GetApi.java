package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.apigatewayv2.model.GetApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApiResponse;

/** GetApi of https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html. */
record GetApi(HttpApis apis) implements Operation<GetApiRequest, GetApiResponse> {
  @Override
  public GetApiResponse handle(Call call, GetApiRequest request) {
    var api = apis.get(call.caller(), request.apiId()).api();
    return Shapes.copy(api, GetApiResponse.builder()).build();
  }
}
