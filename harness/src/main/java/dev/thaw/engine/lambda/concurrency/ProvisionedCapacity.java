package dev.thaw.engine.lambda.concurrency;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.lambda.admission.ProvisionedConfigs;
import dev.thaw.engine.lambda.admission.ProvisionedState;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.rules.concurrency.RefusedConcurrencyException;
import dev.thaw.rules.provisioned.AutoScaling;
import dev.thaw.rules.provisioned.ProvisionedStatus;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How much is provisioned for versions and aliases, for those who change it: the API, and what
 * scales by itself. What Lambda refuses is an {@link AwsException}.
 */
public record ProvisionedCapacity(Lambda lambda, ProvisionedConfigs configs) {
  private static final String UNPUBLISHED =
      "Provisioned Concurrency Configs cannot be applied to unpublished function versions.";

  /** Requests so many environments in all, 0 for none. */
  public void request(FunctionReference function, int count) {
    if (count == 0) {
      configs.delete(function.name(), Objects.requireNonNull(function.qualifier()));
    } else {
      var unused = put(function, count);
    }
  }

  ProvisionedState put(FunctionReference function, int count) {
    var target = ProvisionedTarget.of(lambda.functions(), function, UNPUBLISHED);
    refuseSecondConfig(target);
    var version = target.runnable(lambda.functions());
    var date = ProvisionedShape.date(lambda.clock().now());
    var answer = new AtomicReference<ProvisionedState>();
    try {
      // Within the change of the function, so that one which goes meanwhile provisions nothing.
      lambda
          .functions()
          .update(
              new FunctionReference(target.name(), null),
              present -> {
                answer.set(configs.put(version, target.qualifier(), count, date));
                return present;
              });
    } catch (RefusedConcurrencyException refused) {
      throw Refusals.of(refused);
    }
    return Objects.requireNonNull(answer.get());
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

  /** Whether there is such a function, version or alias. */
  public boolean exists(FunctionReference function) {
    return lambda.functions().versionOf(function).isPresent();
  }

  /** How many environments are requested; 0 for none. */
  public int requested(FunctionReference function) {
    return configs
        .find(function.name(), Objects.requireNonNull(function.qualifier()))
        .map(ProvisionedState::requested)
        .orElse(0);
  }

  /** Whether what was requested last is still being prepared. */
  public boolean isInProgress(FunctionReference function) {
    return configs
        .find(function.name(), Objects.requireNonNull(function.qualifier()))
        .filter(state -> state.status() == ProvisionedStatus.IN_PROGRESS)
        .isPresent();
  }

  /** A minute has passed: how many that scaling wants; empty when nothing is provisioned. */
  public OptionalInt minute(FunctionName name, String alias, AutoScaling scaling, long nowNs) {
    return configs.minute(name, alias, scaling, nowNs);
  }
}
