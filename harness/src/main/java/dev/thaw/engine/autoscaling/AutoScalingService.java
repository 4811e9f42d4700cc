package dev.thaw.engine.autoscaling;

import dev.thaw.engine.lambda.concurrency.ProvisionedCapacity;
import dev.thaw.engine.protocol.ActionTable;
import dev.thaw.engine.protocol.AwsJson;
import dev.thaw.engine.protocol.AwsService;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.OperationTable;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.invocation.Clock;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;

/**
 * Application Auto Scaling's operations, for Lambda's provisioned concurrency:
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_Operations.html.
 */
public final class AutoScalingService {
  private AutoScalingService() {}

  /** The service without any target; {@code ids} gives UUIDs. */
  public static Service create(
      ProvisionedCapacity provisioned,
      PlatformTime time,
      Clock clock,
      Supplier<String> ids,
      Executor workers) {
    var targets = new Targets(provisioned, time, clock, ids);
    var table = schedules(policies(targets(ActionTable.byTarget(), targets), targets), targets);
    return new AwsService(AwsJson.version11(), table, workers);
  }

  private static ActionTable targets(ActionTable table, Targets targets) {
    return table
        .with(
            Binding.of(
                    "RegisterScalableTarget",
                    RegisterScalableTargetRequest::builder,
                    new RegisterScalableTarget(targets))
                .constraints(AutoScalingConstraints.REGISTER))
        .with(
            Binding.of(
                    "DescribeScalableTargets",
                    DescribeScalableTargetsRequest::builder,
                    new DescribeScalableTargets(targets))
                .constraints(AutoScalingConstraints.LIST))
        .with(
            Binding.of(
                    "DeregisterScalableTarget",
                    DeregisterScalableTargetRequest::builder,
                    new DeregisterScalableTarget(targets))
                .constraints(AutoScalingConstraints.RESOURCE))
        .with(
            Binding.of(
                    "DescribeScalingActivities",
                    DescribeScalingActivitiesRequest::builder,
                    new DescribeScalingActivities(targets))
                .constraints(AutoScalingConstraints.LIST));
  }

  private static ActionTable policies(ActionTable table, Targets targets) {
    return table
        .with(
            Binding.of(
                    "PutScalingPolicy",
                    PutScalingPolicyRequest::builder,
                    new PutScalingPolicy(targets))
                .constraints(AutoScalingConstraints.POLICY))
        .with(
            Binding.of(
                    "DescribeScalingPolicies",
                    DescribeScalingPoliciesRequest::builder,
                    new DescribeScalingPolicies(targets))
                .constraints(AutoScalingConstraints.LIST))
        .with(
            Binding.of(
                    "DeleteScalingPolicy",
                    DeleteScalingPolicyRequest::builder,
                    new DeleteScalingPolicy(targets))
                .constraints(AutoScalingConstraints.POLICY));
  }

  private static OperationTable schedules(ActionTable table, Targets targets) {
    return table
        .with(
            Binding.of(
                    "PutScheduledAction",
                    PutScheduledActionRequest::builder,
                    new PutScheduledAction(targets))
                .constraints(AutoScalingConstraints.ACTION))
        .with(
            Binding.of(
                    "DescribeScheduledActions",
                    DescribeScheduledActionsRequest::builder,
                    new DescribeScheduledActions(targets))
                .constraints(AutoScalingConstraints.LIST))
        .with(
            Binding.of(
                    "DeleteScheduledAction",
                    DeleteScheduledActionRequest::builder,
                    new DeleteScheduledAction(targets))
                .constraints(AutoScalingConstraints.ACTION));
  }
}
