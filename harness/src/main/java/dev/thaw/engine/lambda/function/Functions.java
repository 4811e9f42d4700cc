package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.protocol.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All functions of all accounts and regions; each change of one is atomic. */
public final class Functions {
  private final Map<FunctionName, StoredFunction> functions = new ConcurrentHashMap<>();

  public void add(FunctionName name, StoredFunction function) {
    if (functions.putIfAbsent(name, function) != null) {
      throw LambdaError.RESOURCE_CONFLICT.user("Function already exist: " + name.name());
    }
  }

  public boolean exists(FunctionName name) {
    return functions.containsKey(name);
  }

  public Optional<StoredFunction> find(FunctionName name) {
    return Optional.ofNullable(functions.get(name));
  }

  /** The function that was meant; any version of it but the unpublished one is unknown here. */
  public StoredFunction get(FunctionReference reference) {
    return find(reference.name())
        .filter(function -> reference.isLatest())
        .orElseThrow(() -> LambdaError.functionNotFound(reference.arn()));
  }

  /** What an invocation of that reference runs now. */
  public StoredFunction.Live runnable(FunctionReference reference) {
    var function =
        find(reference.name())
            .filter(found -> reference.isLatest())
            .orElseThrow(() -> LambdaError.functionNotFound(reference.qualifiedArn()));
    var live = function.live();
    if (live == null) {
      throw LambdaError.RESOURCE_CONFLICT.user(
          "The operation cannot be performed at this time. The function is currently in the"
              + " following state: "
              + function.configuration().stateAsString());
    }
    return live;
  }

  public StoredFunction update(FunctionReference reference, UnaryOperator<StoredFunction> change) {
    var updated = functions.computeIfPresent(reference.name(), (name, old) -> change.apply(old));
    if (updated == null) {
      throw LambdaError.functionNotFound(reference.arn());
    }
    return updated;
  }

  /** Changes the function, unless a later deployment has replaced this one or it is gone. */
  void settle(FunctionName name, String deployment, UnaryOperator<StoredFunction> change) {
    functions.computeIfPresent(
        name, (same, old) -> old.deployment().equals(deployment) ? change.apply(old) : old);
  }

  public StoredFunction remove(FunctionReference reference) {
    var removed = functions.remove(reference.name());
    if (removed == null) {
      throw LambdaError.functionNotFound(reference.arn());
    }
    return removed;
  }

  public Stream<StoredFunction> of(Caller owner) {
    return functions.entrySet().stream()
        .filter(entry -> entry.getKey().account().equals(owner.account()))
        .filter(entry -> entry.getKey().region().equals(owner.region()))
        .map(Map.Entry::getValue);
  }
}
