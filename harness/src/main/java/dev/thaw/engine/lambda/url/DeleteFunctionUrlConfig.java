package dev.thaw.engine.lambda.url;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionUrlConfigResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionUrlConfig.html. */
record DeleteFunctionUrlConfig(FunctionUrls urls)
    implements Operation<DeleteFunctionUrlConfigRequest, DeleteFunctionUrlConfigResponse> {
  @Override
  public DeleteFunctionUrlConfigResponse handle(Call call, DeleteFunctionUrlConfigRequest request) {
    urls.remove(
        FunctionReference.of(
            call, "DeleteFunctionUrlConfig", request.functionName(), request.qualifier()));
    return DeleteFunctionUrlConfigResponse.builder().build();
  }
}
