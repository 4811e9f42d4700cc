package dev.thaw.engine.lambda.async;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;
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
    if (request.maximumEventAgeInSeconds() == null
        && request.maximumRetryAttempts() == null
        && request.destinationConfig() == null) {
      throw EventInvokeTarget.nothingGiven();
    }
    EventInvokeTarget.check(lambda.functions(), function);
    new DestinationRules(lambda.functions(), function).check(request.destinationConfig());
    var changed = configs.change(function, old -> merge(request, old));
    if (changed == null) {
      throw EventInvokeTarget.unconfigured(function);
    }
    return Shapes.copy(changed, UpdateFunctionEventInvokeConfigResponse.builder()).build();
  }

  private FunctionEventInvokeConfig merge(
      UpdateFunctionEventInvokeConfigRequest request, FunctionEventInvokeConfig old) {
    var merged = old.toBuilder().lastModified(lambda.clock().now());
    if (request.maximumEventAgeInSeconds() != null) {
      merged.maximumEventAgeInSeconds(request.maximumEventAgeInSeconds());
    }
    if (request.maximumRetryAttempts() != null) {
      merged.maximumRetryAttempts(request.maximumRetryAttempts());
    }
    if (request.destinationConfig() != null) {
      merged.destinationConfig(DestinationRules.complete(request.destinationConfig()));
    }
    return merged.build();
  }
}
