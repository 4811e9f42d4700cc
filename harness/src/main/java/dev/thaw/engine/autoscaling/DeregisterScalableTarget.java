package dev.thaw.engine.autoscaling;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetResponse;

/**
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DeregisterScalableTarget.html.
 */
record DeregisterScalableTarget(Targets targets)
    implements Operation<DeregisterScalableTargetRequest, DeregisterScalableTargetResponse> {
  @Override
  public DeregisterScalableTargetResponse handle(
      Call call, DeregisterScalableTargetRequest request) {
    var resource =
        Resource.of(
            call.caller(),
            request.serviceNamespaceAsString(),
            request.resourceId(),
            request.scalableDimensionAsString());
    targets.deregister(resource);
    return DeregisterScalableTargetResponse.builder().build();
  }
}
