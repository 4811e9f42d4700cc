package dev.thaw.engine.lambda.async;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionEventInvokeConfigResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionEventInvokeConfig.html. */
record UpdateFunctionEventInvokeConfig(Lambda lambda, EventInvokeConfigs configs)
    implements Operation<
        UpdateFunctionEventInvokeConfigRequest, UpdateFunctionEventInvokeConfigResponse> {
  @Override
  public UpdateFunctionEventInvokeConfigResponse handle(
      Call call, UpdateFunctionEventInvokeConfigRequest request) {
    var function =
        FunctionReference.of(
            call, "UpdateFunctionEventInvokeConfig", request.functionName(), request.qualifier());
    var settings =
        new EventInvokeSettings(
            request.maximumEventAgeInSeconds(),
            request.maximumRetryAttempts(),
            request.destinationConfig());
    settings.check(lambda.functions(), function);
    var now = lambda.clock().now();
    var changed =
        configs.change(function, old -> settings.over(old.toBuilder().lastModified(now)).build());
    if (changed == null) {
      throw EventInvokeTarget.unconfigured(function);
    }
    return Shapes.copy(changed, UpdateFunctionEventInvokeConfigResponse.builder()).build();
  }
}
