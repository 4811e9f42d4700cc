package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.protocol.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** All functions of all accounts and regions; each change of one is atomic. */
public final class Functions {
  private final Map<FunctionName, StoredFunction> functions = new ConcurrentHashMap<>();
  private final RandomGenerator random;

  /** No function yet; chance decides between the versions of weighted aliases. */
  public Functions(RandomGenerator random) {
    this.random = random;
  }

  /** As much as the greatest weight, so that an alias gives its first version. */
  private static double undrawn() {
    return 1;
  }

  private double draw() {
    synchronized (random) {
      return random.nextDouble();
    }
  }

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

  /** The function that was meant, which has the version or alias that was meant. */
  public StoredFunction get(FunctionReference reference) {
    return find(reference.name())
        .filter(function -> function.resolve(reference.qualifier(), Functions::undrawn).isPresent())
        .orElseThrow(() -> LambdaError.functionNotFound(reference.arn()));
  }

  /** The version that was meant; of an alias, the one that it points to in the first place. */
  public StoredVersion version(FunctionReference reference) {
    return find(reference.name())
        .flatMap(function -> function.resolve(reference.qualifier(), Functions::undrawn))
        .orElseThrow(() -> LambdaError.functionNotFound(reference.arn()));
  }

  /** The number of that version, or {@code $LATEST}; empty if there is no such one. */
  public Optional<String> versionOf(FunctionReference reference) {
    return find(reference.name())
        .flatMap(function -> function.resolve(reference.qualifier(), Functions::undrawn))
        .map(version -> version.configuration().version());
  }

  public Optional<Alias> alias(FunctionName name, String alias) {
    return find(name).map(function -> function.aliases().get(alias));
  }

  /** What an invocation of that reference runs now; drawn anew for each where it is weighted. */
  public StoredFunction.Live runnable(FunctionReference reference) {
    var version =
        find(reference.name())
            .flatMap(function -> function.resolve(reference.qualifier(), this::draw))
            .orElseThrow(() -> LambdaError.functionNotFound(reference.qualifiedArn()));
    var live = version.live();
    if (live == null) {
      throw LambdaError.RESOURCE_CONFLICT.user(
          "The operation cannot be performed at this time. The function is currently in the"
              + " following state: "
              + version.configuration().stateAsString());
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
