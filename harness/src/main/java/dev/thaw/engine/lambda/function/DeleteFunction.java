package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
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
    lambda.functions().get(reference);
    var deleted = lambda.functions().remove(reference);
    lambda.listeners().forEach(listener -> listener.functionDeleted(reference.name()));
    lambda.invoker().retire(reference.name());
    lambda.code().release(deleted.code());
    if (deleted.live() != null) {
      lambda.code().release(deleted.live().code());
    }
    return DeleteFunctionResponse.builder().statusCode(204).build();
  }
}
