package dev.thaw.engine.lambda.version;

import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.lambda.model.GetAliasRequest;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetAlias.html. */
record GetAlias(Lambda lambda) implements Operation<GetAliasRequest, GetAliasResponse> {
  @Override
  public GetAliasResponse handle(Call call, GetAliasRequest request) {
    var function = Unqualified.of(call, "GetAlias", request.functionName());
    var alias =
        lambda
            .functions()
            .alias(function.name(), request.name())
            .orElseThrow(() -> LambdaError.aliasNotFound(function.name(), request.name()));
    return Shapes.copy(alias.configuration(), GetAliasResponse.builder()).build();
  }
}
