package dev.thaw.engine.autoscaling;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.Alarm;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricType;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html. */
record PutScalingPolicy(Targets targets)
    implements Operation<PutScalingPolicyRequest, PutScalingPolicyResponse> {
  @Override
  public PutScalingPolicyResponse handle(Call call, PutScalingPolicyRequest request) {
    var resource =
        Resource.of(
            call.caller(),
            request.serviceNamespaceAsString(),
            request.resourceId(),
            request.scalableDimensionAsString());
    var target = targets.get(resource);
    var policy = target.put(policy(resource, request));
    return PutScalingPolicyResponse.builder()
        .policyARN(policy.policyARN())
        .alarms(policy.alarms())
        .build();
  }

  private ScalingPolicy policy(Resource resource, PutScalingPolicyRequest request) {
    var name = request.policyName();
    var policy =
        ScalingPolicy.builder()
            .policyARN(resource.arn("scalingPolicy", targets.newId(), "policyName", name))
            .policyName(name)
            .serviceNamespace(Resource.NAMESPACE)
            .resourceId(resource.id())
            .scalableDimension(Resource.DIMENSION)
            .policyType(PolicyType.TARGET_TRACKING_SCALING)
            .targetTrackingScalingPolicyConfiguration(settings(request))
            .alarms(alarm(resource, "AlarmHigh"), alarm(resource, "AlarmLow"))
            .creationTime(targets.time().now())
            .build();
    try {
      var unused = Target.tracking(policy);
    } catch (IllegalArgumentException e) {
      throw AutoScalingError.invalid(String.valueOf(e.getMessage()));
    }
    return policy;
  }

  private static TargetTrackingScalingPolicyConfiguration settings(
      PutScalingPolicyRequest request) {
    if (request.policyType() != PolicyType.TARGET_TRACKING_SCALING) {
      throw CommonError.notImplemented(
          "The policy type "
              + Optional.ofNullable(request.policyTypeAsString()).orElse("StepScaling"));
    }
    var settings = request.targetTrackingScalingPolicyConfiguration();
    if (settings == null || settings.targetValue() == null) {
      throw AutoScalingError.invalid(
          "TargetTrackingScalingPolicyConfiguration with a TargetValue is required");
    }
    var metric = settings.predefinedMetricSpecification();
    if (metric == null
        || metric.predefinedMetricType() != MetricType.LAMBDA_PROVISIONED_CONCURRENCY_UTILIZATION) {
      throw CommonError.notImplemented(
          "Target tracking of a metric other than LambdaProvisionedConcurrencyUtilization");
    }
    if (Boolean.TRUE.equals(settings.disableScaleIn())) {
      throw CommonError.notImplemented("DisableScaleIn");
    }
    return settings;
  }

  private Alarm alarm(Resource resource, String kind) {
    var name = "TargetTracking-%s-%s-%s".formatted(resource.id(), kind, targets.newId());
    var arn =
        "arn:aws:cloudwatch:%s:%s:alarm:%s"
            .formatted(resource.owner().region(), resource.owner().account(), name);
    return Alarm.builder().alarmName(name).alarmARN(arn).build();
  }
}
