package dev.thaw.engine.lambda.concurrency;

import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.rules.concurrency.RefusedConcurrencyException;

/** What Lambda answers when there is too little concurrency to set aside. */
final class Refusals {
  private Refusals() {}

  /**
   * Recorded 2025-11-24 and 25: localstack test_function_concurrency_limits,
   * test_provisioned_concurrency_limits and test_reserved_provisioned_overlap.
   */
  static AwsException of(RefusedConcurrencyException refused) {
    var answer =
        new AwsException(LambdaError.INVALID_PARAMETER_VALUE, String.valueOf(refused.getMessage()));
    return refused.hasType() ? answer.with("Type", "User") : answer;
  }
}
