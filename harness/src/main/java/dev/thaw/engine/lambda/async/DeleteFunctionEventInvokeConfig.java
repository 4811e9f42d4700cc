package dev.thaw.engine.lambda.async;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionEventInvokeConfigResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionEventInvokeConfig.html. */
record DeleteFunctionEventInvokeConfig(Lambda lambda, EventInvokeConfigs configs)
    implements Operation<
        DeleteFunctionEventInvokeConfigRequest, DeleteFunctionEventInvokeConfigResponse> {
  @Override
  public DeleteFunctionEventInvokeConfigResponse handle(
      Call call, DeleteFunctionEventInvokeConfigRequest request) {
    var function =
        FunctionReference.of(
            call, "DeleteFunctionEventInvokeConfig", request.functionName(), request.qualifier());
    if (!configs.remove(function)) {
      throw EventInvokeTarget.unconfigured(function);
    }
    return DeleteFunctionEventInvokeConfigResponse.builder().build();
  }
}
