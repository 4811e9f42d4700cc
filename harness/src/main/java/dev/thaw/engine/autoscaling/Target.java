package dev.thaw.engine.autoscaling;

import dev.thaw.rules.provisioned.Capacity;
import dev.thaw.rules.provisioned.Schedule;
import dev.thaw.rules.provisioned.TargetTracking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTargetAction;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;

/** A registered resource with its policies and scheduled actions. Thread-safe by its own lock. */
final class Target {
  private final Scaler scaler;
  private final Activities activities;
  private final TreeMap<String, ScalingPolicy> policies = new TreeMap<>();
  private final TreeMap<String, ScheduledAction> actions = new TreeMap<>();
  private ScalableTarget shape;

  Target(ScalableTarget shape, Scaler scaler, Activities activities) {
    this.shape = shape;
    this.scaler = scaler;
    this.activities = activities;
  }

  /** As it is told, with its present bounds. */
  synchronized ScalableTarget shape() {
    var capacity = scaler.capacity();
    return shape.toBuilder().minCapacity(capacity.min()).maxCapacity(capacity.max()).build();
  }

  synchronized void bound(Capacity capacity) {
    apply(capacity);
  }

  /**
   * Adds a policy or puts it in the place of the one with its name. That there cannot be two is
   * AWS's rule for policies with the same metric.
   */
  synchronized ScalingPolicy put(ScalingPolicy policy) {
    if (!policies.isEmpty() && !policies.containsKey(policy.policyName())) {
      throw AutoScalingError.invalid(
          "Only one TargetTrackingScaling policy for a given metric specification is allowed.");
    }
    var known = policies.get(policy.policyName());
    var kept =
        known == null
            ? policy
            : policy.toBuilder()
                .policyARN(known.policyARN())
                .alarms(known.alarms())
                .creationTime(known.creationTime())
                .build();
    policies.put(policy.policyName(), kept);
    apply(scaler.capacity());
    return kept;
  }

  synchronized boolean removePolicy(String name) {
    boolean existed = policies.remove(name) != null;
    apply(scaler.capacity());
    return existed;
  }

  /** Adds an action or puts it in the place of the one with its name. */
  synchronized void put(ScheduledAction action) {
    var known = actions.get(action.scheduledActionName());
    actions.put(
        action.scheduledActionName(),
        known == null
            ? action
            : action.toBuilder()
                .scheduledActionARN(known.scheduledActionARN())
                .creationTime(known.creationTime())
                .build());
    apply(scaler.capacity());
  }

  synchronized boolean removeAction(String name) {
    boolean existed = actions.remove(name) != null;
    apply(scaler.capacity());
    return existed;
  }

  private void apply(Capacity capacity) {
    scaler.change(
        capacity,
        policies.values().stream().findFirst().map(Target::tracking).orElse(null),
        actions.values().stream().map(Target::rule).toList());
  }

  static TargetTracking tracking(ScalingPolicy policy) {
    var settings = policy.targetTrackingScalingPolicyConfiguration();
    return new TargetTracking(
        settings.targetValue(),
        seconds(settings.scaleOutCooldown()),
        seconds(settings.scaleInCooldown()),
        TargetTracking.DATA_POINTS,
        TargetTracking.DATA_POINTS);
  }

  private static Duration seconds(@Nullable Integer cooldown) {
    return Duration.ofSeconds(Optional.ofNullable(cooldown).orElse(0));
  }

  static dev.thaw.rules.provisioned.ScheduledAction rule(ScheduledAction action) {
    var bounds = action.scalableTargetAction();
    return new dev.thaw.rules.provisioned.ScheduledAction(
        Schedule.parse(action.schedule()), start(action), min(bounds), max(bounds));
  }

  private static Instant start(ScheduledAction action) {
    return Optional.ofNullable(action.startTime()).orElse(action.creationTime());
  }

  private static @Nullable Integer min(@Nullable ScalableTargetAction bounds) {
    return bounds == null ? null : bounds.minCapacity();
  }

  private static @Nullable Integer max(@Nullable ScalableTargetAction bounds) {
    return bounds == null ? null : bounds.maxCapacity();
  }

  synchronized Stream<ScalingPolicy> policies() {
    return List.copyOf(policies.values()).stream();
  }

  synchronized Stream<ScheduledAction> actions() {
    return List.copyOf(actions.values()).stream();
  }

  Activities activities() {
    return activities;
  }

  void stop() {
    scaler.stop();
  }
}
