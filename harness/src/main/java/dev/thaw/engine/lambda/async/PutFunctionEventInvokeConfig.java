package dev.thaw.engine.lambda.async;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html. */
record PutFunctionEventInvokeConfig(Lambda lambda, EventInvokeConfigs configs)
    implements Operation<
        PutFunctionEventInvokeConfigRequest, PutFunctionEventInvokeConfigResponse> {
  @Override
  public PutFunctionEventInvokeConfigResponse handle(
      Call call, PutFunctionEventInvokeConfigRequest request) {
    var function =
        FunctionReference.of(
            call, "PutFunctionEventInvokeConfig", request.functionName(), request.qualifier());
    var settings =
        new EventInvokeSettings(
            request.maximumEventAgeInSeconds(),
            request.maximumRetryAttempts(),
            request.destinationConfig());
    settings.check(lambda.functions(), function);
    var empty =
        FunctionEventInvokeConfig.builder()
            .functionArn(function.qualifiedArn())
            .lastModified(lambda.clock().now())
            .destinationConfig(DestinationRules.complete(null));
    var config = settings.over(empty).build();
    configs.put(function, config);
    return Shapes.copy(config, PutFunctionEventInvokeConfigResponse.builder()).build();
  }
}
