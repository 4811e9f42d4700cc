package dev.thaw.engine.lambda.concurrency;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.lambda.model.PutProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutProvisionedConcurrencyConfigResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_PutProvisionedConcurrencyConfig.html. */
record PutProvisionedConcurrencyConfig(ProvisionedCapacity capacity)
    implements Operation<
        PutProvisionedConcurrencyConfigRequest, PutProvisionedConcurrencyConfigResponse> {
  @Override
  public PutProvisionedConcurrencyConfigResponse handle(
      Call call, PutProvisionedConcurrencyConfigRequest request) {
    var function =
        FunctionReference.of(
            call, "PutProvisionedConcurrencyConfig", request.functionName(), request.qualifier());
    var state = capacity.put(function, request.provisionedConcurrentExecutions());
    return Shapes.copy(
            ProvisionedShape.of(state), PutProvisionedConcurrencyConfigResponse.builder())
        .build();
  }
}
