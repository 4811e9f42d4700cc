package dev.thaw.engine.lambda.settings;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Functions;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.PutFunctionRecursionConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionRecursionConfigResponse;
import software.amazon.awssdk.services.lambda.model.RecursiveLoop;

/** https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionRecursionConfig.html. */
record PutFunctionRecursionConfig(Functions functions, FunctionSettings<RecursiveLoop> loops)
    implements Operation<PutFunctionRecursionConfigRequest, PutFunctionRecursionConfigResponse> {
  @Override
  public PutFunctionRecursionConfigResponse handle(
      Call call, PutFunctionRecursionConfigRequest request) {
    var function =
        FunctionReference.of(call, "PutFunctionRecursionConfig", request.functionName(), null);
    functions.get(function);
    loops.put(function, request.recursiveLoop());
    return PutFunctionRecursionConfigResponse.builder()
        .recursiveLoop(request.recursiveLoop())
        .build();
  }
}
