package dev.thaw.engine.autoscaling;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import java.util.Set;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html. */
record PutScheduledAction(Targets targets)
    implements Operation<PutScheduledActionRequest, PutScheduledActionResponse> {
  private static final Set<String> UTC = Set.of("UTC", "Etc/UTC");

  @Override
  public PutScheduledActionResponse handle(Call call, PutScheduledActionRequest request) {
    var resource =
        Resource.of(
            call.caller(),
            request.serviceNamespaceAsString(),
            request.resourceId(),
            request.scalableDimensionAsString());
    var target = targets.get(resource);
    target.put(action(resource, request));
    return PutScheduledActionResponse.builder().build();
  }

  private ScheduledAction action(Resource resource, PutScheduledActionRequest request) {
    refuseLacking(request);
    var name = request.scheduledActionName();
    var action =
        ScheduledAction.builder()
            .scheduledActionName(name)
            .scheduledActionARN(
                resource.arn("scheduledAction", targets.newId(), "scheduledActionName", name))
            .serviceNamespace(Resource.NAMESPACE)
            .resourceId(resource.id())
            .scalableDimension(Resource.DIMENSION)
            .schedule(request.schedule())
            .timezone(request.timezone())
            .startTime(request.startTime())
            .scalableTargetAction(request.scalableTargetAction())
            .creationTime(targets.time().now())
            .build();
    try {
      var unused = Target.rule(action);
    } catch (IllegalArgumentException e) {
      throw AutoScalingError.invalid(String.valueOf(e.getMessage()));
    }
    return action;
  }

  private static void refuseLacking(PutScheduledActionRequest request) {
    if (request.schedule() == null) {
      throw AutoScalingError.invalid("A schedule is required");
    }
    if (request.endTime() != null) {
      throw CommonError.notImplemented("EndTime");
    }
    if (request.timezone() != null && !UTC.contains(request.timezone())) {
      throw CommonError.notImplemented("The timezone " + request.timezone());
    }
  }
}
