package dev.thaw.engine.lambda.version;

import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.services.lambda.model.DeleteAliasRequest;
import software.amazon.awssdk.services.lambda.model.DeleteAliasResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteAlias.html. */
record DeleteAlias(Lambda lambda) implements Operation<DeleteAliasRequest, DeleteAliasResponse> {
  /** An alias that does not exist is as good as deleted: test_non_existent_alias_deletion. */
  @Override
  public DeleteAliasResponse handle(Call call, DeleteAliasRequest request) {
    var function = Unqualified.of(call, "DeleteAlias", request.functionName());
    var existed = new AtomicBoolean();
    lambda
        .functions()
        .update(
            function,
            old -> {
              existed.set(old.aliases().containsKey(request.name()));
              return Aliases.remove(old, request.name());
            });
    if (existed.get()) {
      lambda
          .listeners()
          .forEach(listener -> listener.aliasDeleted(function.name(), request.name()));
    }
    return DeleteAliasResponse.builder().build();
  }
}
