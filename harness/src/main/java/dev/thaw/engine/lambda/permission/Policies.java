package dev.thaw.engine.lambda.permission;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.lambda.function.FunctionListener;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.policy.Requester;
import dev.thaw.engine.lambda.policy.ResourcePolicy;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The policies of all functions, versions and aliases, by their ARN: each has its own. They go with
 * what they belong to. Thread-safe; each change is atomic.
 */
public final class Policies implements FunctionListener {
  private final Map<String, ResourcePolicy> policies = new ConcurrentHashMap<>();

  /** Whether the policy of the function, as it is named, lets the requester through. */
  public boolean isAllowed(FunctionReference function, Requester requester) {
    return find(function).stream()
        .flatMap(policy -> policy.statements().stream())
        .anyMatch(statement -> statement.allows(requester));
  }

  Optional<ResourcePolicy> find(FunctionReference function) {
    return Optional.ofNullable(policies.get(arn(function)));
  }

  /** Changes a policy and gives what it is then; one without statements is none. */
  ResourcePolicy change(
      FunctionReference function, Function<Optional<ResourcePolicy>, ResourcePolicy> change) {
    var changed = new AtomicReference<ResourcePolicy>();
    policies.compute(
        arn(function),
        (arn, old) -> {
          var now = change.apply(Optional.ofNullable(old));
          changed.set(now);
          return now.statements().isEmpty() ? null : now;
        });
    return Objects.requireNonNull(changed.get());
  }

  private static String arn(FunctionReference function) {
    return function.isLatest() ? function.name().arn() : function.arn();
  }

  @Override
  public void functionDeleted(FunctionName function) {
    var arn = function.arn();
    policies.keySet().removeIf(key -> key.equals(arn) || key.startsWith(arn + ":"));
  }

  @Override
  public void versionDeleted(FunctionName function, String version) {
    policies.remove(function.arn() + ":" + version);
  }

  @Override
  public void aliasDeleted(FunctionName function, String alias) {
    policies.remove(function.arn() + ":" + alias);
  }
}
