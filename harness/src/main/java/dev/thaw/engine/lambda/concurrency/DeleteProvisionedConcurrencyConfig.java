package dev.thaw.engine.lambda.concurrency;

import dev.thaw.engine.lambda.admission.ProvisionedConfigs;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.DeleteProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteProvisionedConcurrencyConfigResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteProvisionedConcurrencyConfig.html. */
record DeleteProvisionedConcurrencyConfig(Lambda lambda, ProvisionedConfigs configs)
    implements Operation<
        DeleteProvisionedConcurrencyConfigRequest, DeleteProvisionedConcurrencyConfigResponse> {
  /** Nothing to delete is as good as deleted. */
  @Override
  public DeleteProvisionedConcurrencyConfigResponse handle(
      Call call, DeleteProvisionedConcurrencyConfigRequest request) {
    var reference =
        FunctionReference.of(
            call,
            "DeleteProvisionedConcurrencyConfig",
            request.functionName(),
            request.qualifier());
    var target =
        ProvisionedTarget.of(
            lambda.functions(), reference, GetProvisionedConcurrencyConfig.UNPUBLISHED);
    configs.delete(target.name(), target.qualifier());
    return DeleteProvisionedConcurrencyConfigResponse.builder().build();
  }
}
