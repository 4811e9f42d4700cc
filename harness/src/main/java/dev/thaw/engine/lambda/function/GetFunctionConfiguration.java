package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html. */
record GetFunctionConfiguration(Lambda lambda)
    implements Operation<GetFunctionConfigurationRequest, GetFunctionConfigurationResponse> {
  @Override
  public GetFunctionConfigurationResponse handle(
      Call call, GetFunctionConfigurationRequest request) {
    var reference =
        FunctionReference.of(
            call, "GetFunctionConfiguration", request.functionName(), request.qualifier());
    var version = lambda.functions().version(reference);
    return Shapes.copy(version.configuration(), GetFunctionConfigurationResponse.builder())
        .functionArn(reference.arn())
        .runtimeVersionConfig(lambda.runtimeVersion(reference.name(), version))
        .build();
  }
}
