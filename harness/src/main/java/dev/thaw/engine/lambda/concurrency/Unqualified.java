package dev.thaw.engine.lambda.concurrency;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.Call;

/** Functions named as a whole, which what is reserved belongs to. */
final class Unqualified {
  private Unqualified() {}

  /**
   * The function without a version or alias; recorded 2025-11-25, localstack
   * test_function_concurrency_exceptions.
   */
  static FunctionReference of(Call call, String action, String name) {
    var function = FunctionReference.of(call, action, name, null);
    if (function.qualifier() != null) {
      throw LambdaError.invalid(
          "This operation is permitted on Lambda functions only. Aliases and versions do not"
              + " support this operation. Please specify either a function name or an unqualified"
              + " function ARN.");
    }
    return function;
  }
}
