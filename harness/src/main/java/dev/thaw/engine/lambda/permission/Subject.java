package dev.thaw.engine.lambda.permission;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.lambda.policy.ResourcePolicy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The function, version or alias that a policy belongs to; errors as recorded 2025-11-25
 * (localstack test_permission_exceptions, test_lambda_permission_fn_versioning).
 */
final class Subject {
  private Subject() {}

  /** The revision of what the policy would belong to; refused if there is no such thing. */
  static String revision(Lambda lambda, FunctionReference function) {
    checkQualifier(lambda, function);
    var alias =
        Optional.ofNullable(function.qualifier())
            .flatMap(name -> lambda.functions().alias(function.name(), name));
    return alias
        .map(found -> found.configuration().revisionId())
        .orElseGet(() -> lambda.functions().version(function).configuration().revisionId());
  }

  static void checkQualifier(Lambda lambda, FunctionReference function) {
    var qualifier = function.qualifier();
    if (qualifier == null) {
      return;
    }
    if (qualifier.equals(FunctionReference.LATEST)) {
      throw LambdaError.invalid("We currently do not support adding policies for $LATEST.");
    }
    if (lambda.functions().versionOf(function).isPresent()) {
      return;
    }
    var canBeAlias = !qualifier.contains("$") && !qualifier.matches("\\d+");
    throw canBeAlias
        ? LambdaError.aliasNotFound(function.name(), qualifier)
        : LambdaError.functionNotFound(function.arn());
  }

  /** Where there is no policy yet, the revision of the function or alias itself is meant. */
  static void check(
      @Nullable String known, Optional<ResourcePolicy> policy, String revisionOfSubject) {
    var latest = policy.map(ResourcePolicy::revisionId).orElse(revisionOfSubject);
    if (known != null && !known.equals(latest)) {
      throw LambdaError.PRECONDITION_FAILED.user(
          "The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API"
              + " to retrieve the latest Revision Id");
    }
  }
}
