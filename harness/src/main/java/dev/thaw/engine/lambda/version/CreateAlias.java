package dev.thaw.engine.lambda.version;

import dev.thaw.engine.lambda.function.Alias;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.lambda.function.StoredFunction;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.CreateAliasRequest;
import software.amazon.awssdk.services.lambda.model.CreateAliasResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html. */
record CreateAlias(Lambda lambda) implements Operation<CreateAliasRequest, CreateAliasResponse> {
  @Override
  public CreateAliasResponse handle(Call call, CreateAliasRequest request) {
    var function = Unqualified.of(call, "CreateAlias", request.functionName());
    if (!lambda.functions().exists(function.name())) {
      throw LambdaError.functionNotFound(function.arn() + ":" + request.functionVersion());
    }
    var alias = alias(function, request);
    lambda.functions().update(function, old -> added(function, old, alias));
    return Shapes.copy(alias.configuration(), CreateAliasResponse.builder()).build();
  }

  private Alias alias(FunctionReference function, CreateAliasRequest request) {
    return new Alias(
        AliasConfiguration.builder()
            .aliasArn(function.arn() + ":" + request.name())
            .name(request.name())
            .functionVersion(request.functionVersion())
            .description(Optional.ofNullable(request.description()).orElse(""))
            .routingConfig(Aliases.routing(request.routingConfig()))
            .revisionId(lambda.ids().get())
            .build());
  }

  private static StoredFunction added(FunctionReference function, StoredFunction old, Alias alias) {
    Aliases.check(function, old, alias);
    if (old.aliases().containsKey(alias.configuration().name())) {
      throw LambdaError.RESOURCE_CONFLICT.user(
          "Alias already exists: " + alias.configuration().aliasArn());
    }
    return Aliases.put(old, alias);
  }
}
