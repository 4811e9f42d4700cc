package dev.thaw.engine.lambda.settings;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Functions;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.GetFunctionRecursionConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionRecursionConfigResponse;
import software.amazon.awssdk.services.lambda.model.RecursiveLoop;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionRecursionConfig.html. */
record GetFunctionRecursionConfig(Functions functions, FunctionSettings<RecursiveLoop> loops)
    implements Operation<GetFunctionRecursionConfigRequest, GetFunctionRecursionConfigResponse> {
  @Override
  public GetFunctionRecursionConfigResponse handle(
      Call call, GetFunctionRecursionConfigRequest request) {
    var function =
        FunctionReference.of(call, "GetFunctionRecursionConfig", request.functionName(), null);
    functions.get(function);
    return GetFunctionRecursionConfigResponse.builder()
        .recursiveLoop(loops.find(function).orElse(RecursiveLoop.TERMINATE))
        .build();
  }
}
