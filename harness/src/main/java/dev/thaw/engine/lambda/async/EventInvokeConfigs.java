package dev.thaw.engine.lambda.async;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.lambda.function.FunctionListener;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.rules.async.EventInvokeConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;

/** The event invoke configs of all functions, versions and aliases. Thread-safe. */
public final class EventInvokeConfigs implements FunctionListener {
  private final Map<Key, FunctionEventInvokeConfig> configs = new ConcurrentHashMap<>();

  private record Key(FunctionName function, String qualifier) {
    static Key of(FunctionReference reference) {
      var qualifier = reference.qualifier();
      return new Key(reference.name(), qualifier == null ? FunctionReference.LATEST : qualifier);
    }
  }

  /** The config of exactly that function, version or alias. */
  public Optional<FunctionEventInvokeConfig> find(FunctionReference function) {
    return Optional.ofNullable(configs.get(Key.of(function)));
  }

  /** How often and how long the events of that function are retried; AWS's defaults if unset. */
  public EventInvokeConfig rules(FunctionReference function) {
    var config = find(function);
    var defaults = EventInvokeConfig.DEFAULT;
    return new EventInvokeConfig(
        config
            .map(FunctionEventInvokeConfig::maximumRetryAttempts)
            .orElse(defaults.maximumRetryAttempts()),
        config
            .map(FunctionEventInvokeConfig::maximumEventAgeInSeconds)
            .map(Duration::ofSeconds)
            .orElse(defaults.maximumEventAge()));
  }

  Stream<FunctionEventInvokeConfig> of(FunctionName function) {
    return configs.entrySet().stream()
        .filter(entry -> entry.getKey().function().equals(function))
        .map(Map.Entry::getValue);
  }

  void put(FunctionReference function, FunctionEventInvokeConfig config) {
    configs.put(Key.of(function), config);
  }

  @Nullable FunctionEventInvokeConfig change(
      FunctionReference function, UnaryOperator<FunctionEventInvokeConfig> change) {
    return configs.computeIfPresent(Key.of(function), (key, old) -> change.apply(old));
  }

  boolean remove(FunctionReference function) {
    return configs.remove(Key.of(function)) != null;
  }

  @Override
  public void functionDeleted(FunctionName function) {
    configs.keySet().removeIf(key -> key.function().equals(function));
  }

  @Override
  public void versionDeleted(FunctionName function, String version) {
    configs.remove(new Key(function, version));
  }

  @Override
  public void aliasDeleted(FunctionName function, String alias) {
    configs.remove(new Key(function, alias));
  }
}
