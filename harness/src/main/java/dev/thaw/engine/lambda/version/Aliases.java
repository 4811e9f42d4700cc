package dev.thaw.engine.lambda.version;

import dev.thaw.engine.lambda.function.Alias;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.lambda.function.StoredFunction;
import dev.thaw.engine.protocol.AwsException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.AliasRoutingConfiguration;

/** What an alias may point to, and a function with other aliases. */
final class Aliases {
  private Aliases() {}

  /** Recorded 2025-11-25: test_notfound_and_invalid_routingconfigs. */
  static void check(FunctionReference function, StoredFunction stored, Alias alias) {
    var weights = alias.weights();
    if (weights.size() > 1) {
      throw LambdaError.invalid(
          "Number of items in AdditionalVersionWeights cannot be greater than 1");
    }
    if (weights.containsKey(alias.version())) {
      throw LambdaError.invalid(
          "Invalid function version %1$s. Function version %1$s is already included in routing configuration."
              .formatted(alias.version()));
    }
    checkExists(function, stored, alias.version());
    if (alias.version().equals(FunctionReference.LATEST) && !weights.isEmpty()) {
      throw new AwsException(
          LambdaError.INVALID_PARAMETER_VALUE,
          "$LATEST is not supported for an alias pointing to more than 1 version");
    }
    weights.keySet().forEach(version -> checkExists(function, stored, version));
  }

  private static void checkExists(
      FunctionReference function, StoredFunction stored, String version) {
    if (stored.version(version).isEmpty()) {
      throw LambdaError.functionNotFound(function.name().arn() + ":" + version);
    }
  }

  /** An empty routing configuration is none. */
  static @Nullable AliasRoutingConfiguration routing(@Nullable AliasRoutingConfiguration wanted) {
    return Optional.ofNullable(wanted)
        .filter(routing -> !routing.additionalVersionWeights().isEmpty())
        .orElse(null);
  }

  static StoredFunction put(StoredFunction function, Alias alias) {
    Map<String, Alias> more = new HashMap<>(function.aliases());
    more.put(alias.configuration().name(), alias);
    return function.withAliases(more);
  }

  static StoredFunction remove(StoredFunction function, String alias) {
    Map<String, Alias> fewer = new HashMap<>(function.aliases());
    fewer.remove(alias);
    return function.withAliases(fewer);
  }
}
