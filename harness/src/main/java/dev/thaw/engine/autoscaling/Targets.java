package dev.thaw.engine.autoscaling;

import dev.thaw.engine.lambda.concurrency.ProvisionedCapacity;
import dev.thaw.engine.protocol.Caller;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.invocation.Clock;
import dev.thaw.rules.provisioned.Capacity;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;

/** All registered targets of all accounts and regions. Thread-safe. */
final class Targets {
  private final ProvisionedCapacity provisioned;
  private final PlatformTime time;
  private final Clock clock;
  private final Supplier<String> ids;
  private final Map<Resource, Target> targets = new ConcurrentHashMap<>();

  Targets(ProvisionedCapacity provisioned, PlatformTime time, Clock clock, Supplier<String> ids) {
    this.provisioned = provisioned;
    this.time = time;
    this.clock = clock;
    this.ids = ids;
  }

  ProvisionedCapacity provisioned() {
    return provisioned;
  }

  /** The date as scheduled actions see it. */
  PlatformTime time() {
    return time;
  }

  String newId() {
    return ids.get();
  }

  Optional<Target> find(Resource resource) {
    return Optional.ofNullable(targets.get(resource));
  }

  Target get(Resource resource) {
    return find(resource).orElseThrow(() -> AutoScalingError.notRegistered(resource));
  }

  /** Registers the resource, or gives the registered one other bounds. */
  Target register(Resource resource, Capacity capacity) {
    var target = targets.computeIfAbsent(resource, added -> create(resource, capacity));
    target.bound(capacity);
    return target;
  }

  private Target create(Resource resource, Capacity capacity) {
    var scalable = Scalable.of(provisioned, resource.function());
    var activities = new Activities(resource, scalable, clock, ids);
    var scaler = new Scaler(scalable, time, activities, capacity);
    return new Target(shape(resource), scaler, activities);
  }

  private ScalableTarget shape(Resource resource) {
    var owner = resource.owner();
    return ScalableTarget.builder()
        .serviceNamespace(Resource.NAMESPACE)
        .resourceId(resource.id())
        .scalableDimension(Resource.DIMENSION)
        .creationTime(clock.now())
        .roleARN(role(owner))
        .scalableTargetARN(
            "arn:aws:application-autoscaling:%s:%s:scalable-target/%s"
                .formatted(owner.region(), owner.account(), ids.get().replace("-", "")))
        .suspendedState(
            none ->
                none.dynamicScalingInSuspended(false)
                    .dynamicScalingOutSuspended(false)
                    .scheduledScalingSuspended(false))
        .build();
  }

  /**
   * See
   * https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-service-linked-roles.html.
   */
  private static String role(Caller owner) {
    return ("arn:aws:iam::%s:role/aws-service-role/lambda.application-autoscaling.amazonaws.com/"
            + "AWSServiceRoleForApplicationAutoScaling_LambdaConcurrency")
        .formatted(owner.account());
  }

  void deregister(Resource resource) {
    var removed = targets.remove(resource);
    if (removed == null) {
      throw AutoScalingError.noTarget(resource);
    }
    removed.stop();
  }

  Stream<Map.Entry<Resource, Target>> of(Caller owner) {
    return targets.entrySet().stream().filter(entry -> entry.getKey().owner().equals(owner));
  }
}
