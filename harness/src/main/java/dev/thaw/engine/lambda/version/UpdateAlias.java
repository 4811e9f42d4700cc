package dev.thaw.engine.lambda.version;

import dev.thaw.engine.lambda.function.Alias;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.lambda.function.StoredFunction;
import dev.thaw.engine.lambda.function.Updates;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.services.lambda.model.UpdateAliasRequest;
import software.amazon.awssdk.services.lambda.model.UpdateAliasResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateAlias.html. */
record UpdateAlias(Lambda lambda) implements Operation<UpdateAliasRequest, UpdateAliasResponse> {
  @Override
  public UpdateAliasResponse handle(Call call, UpdateAliasRequest request) {
    var function = Unqualified.of(call, "UpdateAlias", request.functionName());
    var hasMoved = new AtomicBoolean();
    var updated =
        lambda
            .functions()
            .update(
                function,
                old -> {
                  var before = find(function, old, request);
                  var after = changed(before, request);
                  Aliases.check(function, old, after);
                  hasMoved.set(isElsewhere(before, after));
                  return Aliases.put(old, after);
                });
    if (hasMoved.get()) {
      lambda.listeners().forEach(listener -> listener.aliasMoved(function.name(), request.name()));
    }
    var alias = Objects.requireNonNull(updated.aliases().get(request.name()));
    return Shapes.copy(alias.configuration(), UpdateAliasResponse.builder()).build();
  }

  /** Recorded 2025-11-25: test_non_existent_alias_update. */
  private static Alias find(
      FunctionReference function, StoredFunction stored, UpdateAliasRequest request) {
    var alias = stored.aliases().get(request.name());
    if (alias == null) {
      throw LambdaError.RESOURCE_NOT_FOUND.user(
          "Alias not found: " + function.arn() + ":" + request.name());
    }
    Updates.checkRevision(alias.configuration().revisionId(), request.revisionId());
    return alias;
  }

  /** Members that the request does not have keep their value. */
  private Alias changed(Alias before, UpdateAliasRequest request) {
    var changed = before.configuration().toBuilder().revisionId(lambda.ids().get());
    if (request.functionVersion() != null) {
      changed.functionVersion(request.functionVersion());
    }
    if (request.description() != null) {
      changed.description(request.description());
    }
    if (request.routingConfig() != null) {
      changed.routingConfig(Aliases.routing(request.routingConfig()));
    }
    return new Alias(changed.build());
  }

  private static boolean isElsewhere(Alias before, Alias after) {
    return !before.version().equals(after.version()) || !before.weights().equals(after.weights());
  }
}
