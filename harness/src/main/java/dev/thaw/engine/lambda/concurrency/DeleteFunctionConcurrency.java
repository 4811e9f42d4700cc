package dev.thaw.engine.lambda.concurrency;

import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionConcurrency.html. */
record DeleteFunctionConcurrency(Lambda lambda)
    implements Operation<DeleteFunctionConcurrencyRequest, DeleteFunctionConcurrencyResponse> {
  @Override
  public DeleteFunctionConcurrencyResponse handle(
      Call call, DeleteFunctionConcurrencyRequest request) {
    var function = Unqualified.of(call, "DeleteFunctionConcurrency", request.functionName());
    if (!lambda.functions().exists(function.name())) {
      throw LambdaError.functionNotFound(function.arn());
    }
    lambda.accounts().of(function.name()).unreserve(function.name());
    return DeleteFunctionConcurrencyResponse.builder().build();
  }
}
