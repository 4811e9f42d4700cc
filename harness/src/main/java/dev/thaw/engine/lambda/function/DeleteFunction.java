package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html. */
record DeleteFunction(Lambda lambda)
    implements Operation<DeleteFunctionRequest, DeleteFunctionResponse> {
  @Override
  public DeleteFunctionResponse handle(Call call, DeleteFunctionRequest request) {
    var reference =
        FunctionReference.of(call, "DeleteFunction", request.functionName(), request.qualifier());
    if (FunctionReference.LATEST.equals(reference.qualifier())) {
      throw LambdaError.invalid("$LATEST version cannot be deleted without deleting the function.");
    }
    if (reference.qualifier() == null) {
      deleteFunction(reference);
    } else {
      deleteVersion(reference, reference.qualifier());
    }
    return DeleteFunctionResponse.builder().statusCode(204).build();
  }

  private void deleteFunction(FunctionReference reference) {
    var deleted = lambda.functions().remove(reference);
    lambda.invoker().retire(reference.name());
    deleted.packages().forEach(lambda.code()::release);
    lambda.listeners().forEach(listener -> listener.functionDeleted(reference.name()));
  }

  /** One that does not exist is as good as deleted: test_delete_on_nonexisting_version. */
  private void deleteVersion(FunctionReference reference, String number) {
    var deleted = new AtomicReference<StoredVersion>();
    lambda
        .functions()
        .update(
            new FunctionReference(reference.name(), null),
            old -> {
              check(old, number);
              old.versions().find(number).ifPresent(deleted::set);
              return old.with(old.versions().without(number));
            });
    var version = deleted.get();
    if (version != null) {
      lambda.invoker().retire(reference.name(), number);
      lambda.code().release(version.code());
      lambda.listeners().forEach(listener -> listener.versionDeleted(reference.name(), number));
    }
  }

  private static void check(StoredFunction function, String number) {
    if (!number.matches("\\d+")) {
      // Measured by others on 2026-08-31: floci-io/floci#2824.
      throw LambdaError.invalid("Deletion of aliases is not currently supported.");
    }
    var aliases =
        function.aliases().values().stream()
            .filter(alias -> alias.pointsTo(number))
            .map(alias -> alias.configuration().name())
            .sorted()
            .toList();
    if (!aliases.isEmpty()) {
      // Seen in public logs of 2020 to 2022, such as karl-cardenas-coding/go-lambda-cleanup#45.
      throw LambdaError.RESOURCE_CONFLICT.user(
          "Unable to delete version because the following aliases reference it: " + aliases);
    }
  }
}
