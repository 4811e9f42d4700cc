package dev.thaw.engine.lambda.permission;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.lambda.policy.ResourcePolicy;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.RemovePermissionRequest;
import software.amazon.awssdk.services.lambda.model.RemovePermissionResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html. */
record RemovePermission(Lambda lambda, Policies policies)
    implements Operation<RemovePermissionRequest, RemovePermissionResponse> {
  @Override
  public RemovePermissionResponse handle(Call call, RemovePermissionRequest request) {
    var function =
        FunctionReference.of(call, "RemovePermission", request.functionName(), request.qualifier());
    if (!lambda.functions().exists(function.name())) {
      throw LambdaError.RESOURCE_NOT_FOUND.user("No policy found for: " + function.arn());
    }
    Subject.checkQualifier(lambda, function);
    policies.change(function, old -> without(old, request));
    return RemovePermissionResponse.builder().build();
  }

  private ResourcePolicy without(Optional<ResourcePolicy> old, RemovePermissionRequest request) {
    var policy =
        old.orElseThrow(
            () ->
                LambdaError.RESOURCE_NOT_FOUND.user(
                    "No policy is associated with the given resource."));
    if (policy.find(request.statementId()).isEmpty()) {
      throw LambdaError.RESOURCE_NOT_FOUND.user(
          "Statement " + request.statementId() + " is not found in resource policy.");
    }
    Subject.check(request.revisionId(), old, policy.revisionId());
    return policy.without(request.statementId(), lambda.ids().get());
  }
}
