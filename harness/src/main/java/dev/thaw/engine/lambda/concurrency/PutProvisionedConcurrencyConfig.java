package dev.thaw.engine.lambda.concurrency;

import dev.thaw.engine.lambda.admission.ProvisionedConfigs;
import dev.thaw.engine.lambda.admission.ProvisionedState;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import dev.thaw.rules.concurrency.RefusedConcurrencyException;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.lambda.model.PutProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutProvisionedConcurrencyConfigResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_PutProvisionedConcurrencyConfig.html. */
record PutProvisionedConcurrencyConfig(Lambda lambda, ProvisionedConfigs configs)
    implements Operation<
        PutProvisionedConcurrencyConfigRequest, PutProvisionedConcurrencyConfigResponse> {
  private static final String UNPUBLISHED =
      "Provisioned Concurrency Configs cannot be applied to unpublished function versions.";

  @Override
  public PutProvisionedConcurrencyConfigResponse handle(
      Call call, PutProvisionedConcurrencyConfigRequest request) {
    var reference =
        FunctionReference.of(
            call, "PutProvisionedConcurrencyConfig", request.functionName(), request.qualifier());
    var target = ProvisionedTarget.of(lambda.functions(), reference, UNPUBLISHED);
    refuseSecondConfig(target);
    var state = put(target, request.provisionedConcurrentExecutions());
    return Shapes.copy(
            ProvisionedShape.of(state), PutProvisionedConcurrencyConfigResponse.builder())
        .build();
  }

  /** Recorded 2025-11-25: localstack test_lambda_provisioned_lifecycle. */
  private void refuseSecondConfig(ProvisionedTarget target) {
    var known = configs.provisionedAs(target.name(), target.version());
    if (known.filter(qualifier -> !qualifier.equals(target.qualifier())).isPresent()) {
      throw LambdaError.RESOURCE_CONFLICT.user(
          target.isAlias()
              ? "Alias can't be used for Provisioned Concurrency configuration on an already"
                  + " Provisioned version"
              : "Version is pointed by a Provisioned Concurrency alias");
    }
  }

  /** Within the change of the function, so that one which goes meanwhile provisions nothing. */
  private ProvisionedState put(ProvisionedTarget target, int count) {
    var version = target.runnable(lambda.functions());
    var answer = new AtomicReference<ProvisionedState>();
    try {
      lambda
          .functions()
          .update(
              new FunctionReference(target.name(), null),
              present -> {
                answer.set(
                    configs.put(
                        version,
                        target.qualifier(),
                        count,
                        ProvisionedShape.date(lambda.clock().now())));
                return present;
              });
    } catch (RefusedConcurrencyException refused) {
      throw Refusals.of(refused);
    }
    return answer.get();
  }
}
