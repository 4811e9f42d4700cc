package dev.thaw.engine.lambda.concurrency;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.rules.concurrency.RefusedConcurrencyException;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionConcurrency.html. */
record PutFunctionConcurrency(Lambda lambda)
    implements Operation<PutFunctionConcurrencyRequest, PutFunctionConcurrencyResponse> {
  @Override
  public PutFunctionConcurrencyResponse handle(Call call, PutFunctionConcurrencyRequest request) {
    var function = Unqualified.of(call, "PutFunctionConcurrency", request.functionName());
    if (!lambda.functions().exists(function.name())) {
      throw LambdaError.functionNotFound(function.qualifiedArn());
    }
    // Within the change of the function, so that one which goes meanwhile reserves nothing.
    lambda
        .functions()
        .update(
            function,
            present -> {
              reserve(function.name(), request.reservedConcurrentExecutions());
              return present;
            });
    return PutFunctionConcurrencyResponse.builder()
        .reservedConcurrentExecutions(request.reservedConcurrentExecutions())
        .build();
  }

  private void reserve(FunctionName name, int concurrency) {
    try {
      lambda.accounts().of(name).reserve(name, concurrency);
    } catch (RefusedConcurrencyException refused) {
      throw Refusals.of(refused);
    }
  }
}
