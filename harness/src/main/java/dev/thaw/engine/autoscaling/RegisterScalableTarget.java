package dev.thaw.engine.autoscaling;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.rules.provisioned.Capacity;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;

/**
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html.
 */
record RegisterScalableTarget(Targets targets)
    implements Operation<RegisterScalableTargetRequest, RegisterScalableTargetResponse> {
  @Override
  public RegisterScalableTargetResponse handle(Call call, RegisterScalableTargetRequest request) {
    var resource =
        Resource.of(
            call.caller(),
            request.serviceNamespaceAsString(),
            request.resourceId(),
            request.scalableDimensionAsString());
    if (request.hasTags() || isSuspended(request.suspendedState())) {
      throw CommonError.notImplemented("RegisterScalableTarget with Tags or SuspendedState");
    }
    if (!targets.provisioned().exists(resource.function())) {
      throw AutoScalingError.invalid("No such Lambda function alias or version: " + resource.id());
    }
    var target = targets.register(resource, capacity(resource, request));
    return RegisterScalableTargetResponse.builder()
        .scalableTargetARN(target.shape().scalableTargetARN())
        .build();
  }

  private static boolean isSuspended(@Nullable SuspendedState state) {
    return state != null
        && Stream.of(
                state.dynamicScalingInSuspended(),
                state.dynamicScalingOutSuspended(),
                state.scheduledScalingSuspended())
            .anyMatch(Boolean.TRUE::equals);
  }

  /** Bounds that are not given are those that there are. */
  private Capacity capacity(Resource resource, RegisterScalableTargetRequest request) {
    var known = targets.find(resource).map(Target::shape);
    var min =
        Optional.ofNullable(request.minCapacity()).or(() -> known.map(ScalableTarget::minCapacity));
    var max =
        Optional.ofNullable(request.maxCapacity()).or(() -> known.map(ScalableTarget::maxCapacity));
    if (min.isEmpty() || max.isEmpty()) {
      throw AutoScalingError.invalid(
          "Both MinCapacity and MaxCapacity are required to register a new scalable target");
    }
    if (max.orElseThrow() < min.orElseThrow()) {
      throw AutoScalingError.invalid("Maximum capacity cannot be less than minimum capacity");
    }
    return new Capacity(min.orElseThrow(), max.orElseThrow());
  }
}
