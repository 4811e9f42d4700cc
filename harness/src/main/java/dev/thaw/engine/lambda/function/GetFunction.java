package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html. */
record GetFunction(Lambda lambda) implements Operation<GetFunctionRequest, GetFunctionResponse> {
  @Override
  public GetFunctionResponse handle(Call call, GetFunctionRequest request) {
    var reference =
        FunctionReference.of(call, "GetFunction", request.functionName(), request.qualifier());
    var function = lambda.functions().get(reference);
    var version = lambda.functions().version(reference);
    var location = "http://" + call.wire().host() + CodeStore.location(version.code());
    var response =
        GetFunctionResponse.builder()
            .configuration(
                version.configuration().toBuilder()
                    .functionArn(reference.arn())
                    .runtimeVersionConfig(lambda.runtimeVersion(reference.name(), version))
                    .build())
            .code(code -> code.repositoryType("S3").location(location));
    lambda
        .accounts()
        .of(reference.name())
        .reserved(reference.name())
        .ifPresent(
            reserved -> response.concurrency(of -> of.reservedConcurrentExecutions(reserved)));
    return function.tags().isEmpty() ? response.build() : response.tags(function.tags()).build();
  }
}
