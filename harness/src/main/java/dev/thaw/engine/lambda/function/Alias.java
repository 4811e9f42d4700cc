package dev.thaw.engine.lambda.function;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.AliasRoutingConfiguration;

/**
 * A name for a version, which may send a share of the invocations to a second one. See
 * https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html.
 */
public record Alias(AliasConfiguration configuration) {
  /** The version that it points to in the first place. */
  public String version() {
    return configuration.functionVersion();
  }

  /** The share of the invocations that another version gets, by that version. */
  public Map<String, Double> weights() {
    return Optional.ofNullable(configuration.routingConfig())
        .map(AliasRoutingConfiguration::additionalVersionWeights)
        .orElse(Map.of());
  }

  /** Where an invocation goes for which that number was drawn from 0 to 1. */
  public String route(double drawn) {
    double upTo = 0;
    for (var weighted : weights().entrySet()) {
      upTo += weighted.getValue();
      if (drawn < upTo) {
        return weighted.getKey();
      }
    }
    return version();
  }

  /** Whether invocations of the alias may run that version. */
  public boolean pointsTo(String version) {
    return version().equals(version) || weights().containsKey(version);
  }
}
