package dev.thaw.engine.lambda.concurrency;

import dev.thaw.engine.lambda.admission.ProvisionedConfigs;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetProvisionedConcurrencyConfig.html. */
record GetProvisionedConcurrencyConfig(Lambda lambda, ProvisionedConfigs configs)
    implements Operation<
        GetProvisionedConcurrencyConfigRequest, GetProvisionedConcurrencyConfigResponse> {
  static final String UNPUBLISHED =
      "The function resource provided must be an alias or a published version.";

  @Override
  public GetProvisionedConcurrencyConfigResponse handle(
      Call call, GetProvisionedConcurrencyConfigRequest request) {
    var reference =
        FunctionReference.of(
            call, "GetProvisionedConcurrencyConfig", request.functionName(), request.qualifier());
    var target = ProvisionedTarget.of(lambda.functions(), reference, UNPUBLISHED);
    var state =
        configs
            .find(target.name(), target.qualifier())
            .orElseThrow(
                () ->
                    LambdaError.PROVISIONED_CONFIG_NOT_FOUND.user(
                        "No Provisioned Concurrency Config found for this function"));
    return Shapes.copy(
            ProvisionedShape.of(state), GetProvisionedConcurrencyConfigResponse.builder())
        .build();
  }
}
