package dev.thaw.engine.autoscaling;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScalingPolicyResponse;

/**
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DeleteScalingPolicy.html.
 */
record DeleteScalingPolicy(Targets targets)
    implements Operation<DeleteScalingPolicyRequest, DeleteScalingPolicyResponse> {
  @Override
  public DeleteScalingPolicyResponse handle(Call call, DeleteScalingPolicyRequest request) {
    var resource =
        Resource.of(
            call.caller(),
            request.serviceNamespaceAsString(),
            request.resourceId(),
            request.scalableDimensionAsString());
    if (!targets.get(resource).removePolicy(request.policyName())) {
      throw AutoScalingError.noPolicy(resource, request.policyName());
    }
    return DeleteScalingPolicyResponse.builder().build();
  }
}
