package dev.thaw.engine.autoscaling;

import static dev.thaw.engine.protocol.Constraint.atLeast;
import static dev.thaw.engine.protocol.Constraint.atMost;
import static dev.thaw.engine.protocol.Constraint.longest;
import static dev.thaw.engine.protocol.Constraint.oneOf;
import static dev.thaw.engine.protocol.Constraint.required;
import static dev.thaw.engine.protocol.Constraint.shortest;

import dev.thaw.engine.protocol.Constraints;
import java.util.List;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Constraints by operation, from Application Auto Scaling's API reference. */
final class AutoScalingConstraints {
  private static final List<String> NAMESPACES =
      ServiceNamespace.knownValues().stream().map(ServiceNamespace::toString).sorted().toList();
  private static final List<String> DIMENSIONS =
      ScalableDimension.knownValues().stream().map(ScalableDimension::toString).sorted().toList();

  static final Constraints RESOURCE =
      Constraints.of(
          required("ServiceNamespace"),
          oneOf("ServiceNamespace", NAMESPACES),
          required("ResourceId"),
          shortest("ResourceId", 1),
          longest("ResourceId", 1600),
          required("ScalableDimension"),
          oneOf("ScalableDimension", DIMENSIONS));

  static final Constraints REGISTER =
      RESOURCE.and(Constraints.of(atLeast("MinCapacity", 0), atLeast("MaxCapacity", 0)));

  static final Constraints POLICY =
      Constraints.of(
          required("PolicyName"),
          shortest("PolicyName", 1),
          longest("PolicyName", 256),
          required("ServiceNamespace"),
          oneOf("ServiceNamespace", NAMESPACES),
          required("ResourceId"),
          required("ScalableDimension"),
          oneOf("ScalableDimension", DIMENSIONS));

  static final Constraints ACTION =
      Constraints.of(
          required("ServiceNamespace"),
          oneOf("ServiceNamespace", NAMESPACES),
          required("ScheduledActionName"),
          shortest("ScheduledActionName", 1),
          longest("ScheduledActionName", 256),
          required("ResourceId"),
          required("ScalableDimension"),
          oneOf("ScalableDimension", DIMENSIONS));

  static final Constraints LIST =
      Constraints.of(
          required("ServiceNamespace"),
          oneOf("ServiceNamespace", NAMESPACES),
          oneOf("ScalableDimension", DIMENSIONS),
          atLeast("MaxResults", 1),
          atMost("MaxResults", 50));

  private AutoScalingConstraints() {}
}
