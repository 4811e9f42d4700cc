package dev.thaw.engine.lambda.concurrency;

import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html. */
record GetFunctionConcurrency(Lambda lambda)
    implements Operation<GetFunctionConcurrencyRequest, GetFunctionConcurrencyResponse> {
  @Override
  public GetFunctionConcurrencyResponse handle(Call call, GetFunctionConcurrencyRequest request) {
    var function = Unqualified.of(call, "GetFunctionConcurrency", request.functionName());
    if (!lambda.functions().exists(function.name())) {
      throw LambdaError.functionNotFound(function.arn());
    }
    var response = GetFunctionConcurrencyResponse.builder();
    lambda
        .accounts()
        .of(function.name())
        .reserved(function.name())
        .ifPresent(response::reservedConcurrentExecutions);
    return response.build();
  }
}
