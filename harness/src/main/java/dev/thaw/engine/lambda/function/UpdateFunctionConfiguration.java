package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html. */
record UpdateFunctionConfiguration(Lambda lambda)
    implements Operation<UpdateFunctionConfigurationRequest, UpdateFunctionConfigurationResponse> {
  @Override
  public UpdateFunctionConfigurationResponse handle(
      Call call, UpdateFunctionConfigurationRequest request) {
    var reference =
        FunctionReference.of(call, "UpdateFunctionConfiguration", request.functionName(), null);
    var updated =
        lambda
            .functions()
            .update(
                reference,
                old -> {
                  Updates.check(old, request.revisionId());
                  var changed = old.configuration().toBuilder();
                  Configurations.apply(request, changed);
                  return Updates.begin(lambda, old, changed, old.code());
                });
    lambda.deployments().begin(reference.name(), updated);
    return Shapes.copy(updated.configuration(), UpdateFunctionConfigurationResponse.builder())
        .runtimeVersionConfig(lambda.runtimeVersion(reference.name(), updated.latest()))
        .build();
  }
}
