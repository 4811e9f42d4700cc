package dev.thaw.engine.lambda.settings;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.lambda.function.FunctionListener;
import dev.thaw.engine.lambda.function.FunctionReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Values of one kind that were set for functions or versions; they go with what they were set for.
 * Thread-safe.
 */
final class FunctionSettings<T> implements FunctionListener {
  private final Map<FunctionReference, T> values = new ConcurrentHashMap<>();

  void put(FunctionReference function, T value) {
    values.put(function, value);
  }

  Optional<T> find(FunctionReference function) {
    return Optional.ofNullable(values.get(function));
  }

  @Override
  public void functionDeleted(FunctionName function) {
    values.keySet().removeIf(key -> key.name().equals(function));
  }

  @Override
  public void versionDeleted(FunctionName function, String version) {
    values.remove(new FunctionReference(function, version));
  }
}
