package dev.thaw.engine.autoscaling;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.protocol.Caller;
import dev.thaw.engine.protocol.CommonError;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is scaled: the provisioned concurrency of a function's alias or version, {@code
 * function:NAME:ALIAS}.
 */
record Resource(Caller owner, String id) {
  static final String NAMESPACE = "lambda";
  static final String DIMENSION = "lambda:function:ProvisionedConcurrency";

  private static final Pattern FUNCTION =
      Pattern.compile("function:(?<name>[a-zA-Z0-9-_]+):(?<qualifier>[a-zA-Z0-9-_]+)");

  /** The resource that a request names. */
  static Resource of(Caller owner, String namespace, String id, @Nullable String dimension) {
    requireLambda(namespace);
    if (!DIMENSION.equals(dimension)) {
      throw AutoScalingError.invalid(
          "Unsupported service namespace, resource type or scalable dimension");
    }
    if (!FUNCTION.matcher(id).matches()) {
      throw AutoScalingError.invalid(
          "ResourceId '%s' is not of the form function:NAME:ALIAS".formatted(id));
    }
    return new Resource(owner, id);
  }

  static void requireLambda(String namespace) {
    if (!namespace.equals(NAMESPACE)) {
      throw CommonError.notImplemented("Scaling in the service namespace " + namespace);
    }
  }

  FunctionReference function() {
    var match = FUNCTION.matcher(id);
    if (!match.matches()) {
      throw new IllegalStateException("checked before: " + id);
    }
    return new FunctionReference(
        new FunctionName(owner.region(), owner.account(), match.group("name")),
        match.group("qualifier"));
  }

  /** As Application Auto Scaling's errors name it. */
  String words() {
    return "service namespace: %s, resource ID: %s, scalable dimension: %s"
        .formatted(NAMESPACE, id, DIMENSION);
  }

  /** An ARN below the resource, such as a policy's. */
  String arn(String kind, String uuid, String member, String name) {
    return "arn:aws:autoscaling:%s:%s:%s:%s:resource/%s/%s:%s/%s"
        .formatted(owner.region(), owner.account(), kind, uuid, NAMESPACE, id, member, name);
  }
}
