package dev.thaw.engine.lambda.layer;

import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.lambda.function.LayerName;
import dev.thaw.engine.lambda.function.LayerVersion;
import dev.thaw.engine.lambda.function.Layers;
import dev.thaw.engine.protocol.Call;

/** Layers as callers name them: by name or by ARN. */
final class LayerReference {
  private LayerReference() {}

  static LayerName layer(Call call, String nameOrArn) {
    return LayerName.parse(nameOrArn)
        .orElseGet(() -> new LayerName(call.region(), call.account(), nameOrArn));
  }

  /** Recorded 2026-01-12: localstack test_layer_exceptions. */
  static LayerName.Versioned version(Call call, String nameOrArn, long number) {
    if (number < 1) {
      throw LambdaError.invalid("Layer Version Cannot be less than 1");
    }
    return new LayerName.Versioned(layer(call, nameOrArn), number);
  }

  /** Recorded 2025-11-25: localstack test_layer_policy_exceptions. */
  static LayerVersion existing(Layers layers, LayerName.Versioned wanted) {
    return layers
        .find(wanted)
        .orElseThrow(
            () ->
                LambdaError.RESOURCE_NOT_FOUND.user(
                    "Layer version " + wanted.arn() + " does not exist."));
  }
}
