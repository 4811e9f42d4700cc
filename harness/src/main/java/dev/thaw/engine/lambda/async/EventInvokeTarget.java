package dev.thaw.engine.lambda.async;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Functions;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.AwsException;

/** The function, version or alias that an event invoke config is for. */
final class EventInvokeTarget {
  private EventInvokeTarget() {}

  /** Recorded 2025-11-25: localstack test_lambda_eventinvokeconfig_exceptions. */
  static void check(Functions functions, FunctionReference function) {
    if (functions.versionOf(function).isEmpty()) {
      throw LambdaError.RESOURCE_NOT_FOUND.user("The function doesn't exist.");
    }
  }

  static AwsException unconfigured(FunctionReference function) {
    return LambdaError.RESOURCE_NOT_FOUND.user(
        "The function " + function.qualifiedArn() + " doesn't have an EventInvokeConfig");
  }
}
