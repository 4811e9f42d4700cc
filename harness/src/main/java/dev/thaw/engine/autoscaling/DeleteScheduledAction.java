package dev.thaw.engine.autoscaling;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScheduledActionResponse;

/**
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DeleteScheduledAction.html.
 */
record DeleteScheduledAction(Targets targets)
    implements Operation<DeleteScheduledActionRequest, DeleteScheduledActionResponse> {
  @Override
  public DeleteScheduledActionResponse handle(Call call, DeleteScheduledActionRequest request) {
    var resource =
        Resource.of(
            call.caller(),
            request.serviceNamespaceAsString(),
            request.resourceId(),
            request.scalableDimensionAsString());
    if (!targets.get(resource).removeAction(request.scheduledActionName())) {
      throw AutoScalingError.noAction(resource, request.scheduledActionName());
    }
    return DeleteScheduledActionResponse.builder().build();
  }
}
