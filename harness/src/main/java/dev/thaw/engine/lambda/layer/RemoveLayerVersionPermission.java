package dev.thaw.engine.lambda.layer;

import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.lambda.function.LayerVersion;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.RemoveLayerVersionPermissionRequest;
import software.amazon.awssdk.services.lambda.model.RemoveLayerVersionPermissionResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_RemoveLayerVersionPermission.html. */
record RemoveLayerVersionPermission(Lambda lambda)
    implements Operation<
        RemoveLayerVersionPermissionRequest, RemoveLayerVersionPermissionResponse> {
  @Override
  public RemoveLayerVersionPermissionResponse handle(
      Call call, RemoveLayerVersionPermissionRequest request) {
    var wanted = LayerReference.version(call, request.layerName(), request.versionNumber());
    LayerReference.existing(lambda.layers(), wanted);
    lambda.layers().update(wanted, old -> removed(old, request));
    return RemoveLayerVersionPermissionResponse.builder().build();
  }

  private LayerVersion removed(LayerVersion old, RemoveLayerVersionPermissionRequest request) {
    var policy = LayerPolicies.existing(old.policy());
    if (policy.find(request.statementId()).isEmpty()) {
      throw LambdaError.RESOURCE_NOT_FOUND.user(
          "Statement " + request.statementId() + " is not found in resource policy.");
    }
    LayerPolicies.checkRevision(policy, request.revisionId());
    var rest = policy.without(request.statementId(), lambda.ids().get());
    return old.with(rest.statements().isEmpty() ? null : rest);
  }
}
