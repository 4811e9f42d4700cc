package dev.thaw.engine.lambda.url;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionUrlConfig.html. */
record GetFunctionUrlConfig(FunctionUrls urls)
    implements Operation<GetFunctionUrlConfigRequest, GetFunctionUrlConfigResponse> {
  @Override
  public GetFunctionUrlConfigResponse handle(Call call, GetFunctionUrlConfigRequest request) {
    var function =
        FunctionReference.of(
            call, "GetFunctionUrlConfig", request.functionName(), request.qualifier());
    var config = urls.get(function).config();
    return Shapes.copy(config, GetFunctionUrlConfigResponse.builder()).build();
  }
}
