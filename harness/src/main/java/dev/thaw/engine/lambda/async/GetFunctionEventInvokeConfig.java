package dev.thaw.engine.lambda.async;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionEventInvokeConfig.html. */
record GetFunctionEventInvokeConfig(Lambda lambda, EventInvokeConfigs configs)
    implements Operation<
        GetFunctionEventInvokeConfigRequest, GetFunctionEventInvokeConfigResponse> {
  @Override
  public GetFunctionEventInvokeConfigResponse handle(
      Call call, GetFunctionEventInvokeConfigRequest request) {
    var function =
        FunctionReference.of(
            call, "GetFunctionEventInvokeConfig", request.functionName(), request.qualifier());
    var config = configs.find(function).orElseThrow(() -> EventInvokeTarget.unconfigured(function));
    return Shapes.copy(config, GetFunctionEventInvokeConfigResponse.builder()).build();
  }
}
