package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteApiResponse;

/** DeleteApi of https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html. */
record DeleteApi(HttpApis apis) implements Operation<DeleteApiRequest, DeleteApiResponse> {
  @Override
  public DeleteApiResponse handle(Call call, DeleteApiRequest request) {
    apis.remove(call.caller(), request.apiId());
    return DeleteApiResponse.builder().build();
  }
}
