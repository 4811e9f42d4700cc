package dev.thaw.engine.lambda.concurrency;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Functions;
import dev.thaw.engine.lambda.function.LambdaError;

/**
 * What environments are provisioned for: a published version, or an alias and the version it points
 * to. Errors as recorded 2025-11-25: localstack test_provisioned_concurrency_exceptions.
 */
record ProvisionedTarget(FunctionName name, String qualifier, String version) {

  /** The target that a request names; {@code unpublished} is what it is told of {@code $LATEST}. */
  static ProvisionedTarget of(
      Functions functions, FunctionReference reference, String unpublished) {
    var qualifier = reference.qualifier();
    if (qualifier == null || reference.isLatest()) {
      throw LambdaError.invalid(unpublished);
    }
    var version =
        functions.versionOf(reference).orElseThrow(() -> unknown(reference.name(), qualifier));
    if (version.equals(FunctionReference.LATEST)) {
      throw LambdaError.invalid(unpublished);
    }
    return new ProvisionedTarget(reference.name(), qualifier, version);
  }

  private static RuntimeException unknown(FunctionName name, String qualifier) {
    return isNumber(qualifier)
        ? LambdaError.functionNotFound(name.arn() + ":" + qualifier)
        : LambdaError.aliasNotFound(name, qualifier);
  }

  private static boolean isNumber(String qualifier) {
    return qualifier.chars().allMatch(Character::isDigit);
  }

  boolean isAlias() {
    return !isNumber(qualifier);
  }

  /** What runs in its environments. */
  FunctionVersion runnable(Functions functions) {
    return functions.runnable(new FunctionReference(name, version)).version();
  }
}
