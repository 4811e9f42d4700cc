package dev.thaw.engine.lambda.layer;

import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.lambda.policy.ResourcePolicy;
import org.jspecify.annotations.Nullable;

/** What the operations on layers' policies share; recorded 2025-11-25, test_layer_policy_*. */
final class LayerPolicies {
  private LayerPolicies() {}

  static void checkRevision(ResourcePolicy policy, @Nullable String known) {
    if (known != null && !known.equals(policy.revisionId())) {
      throw LambdaError.PRECONDITION_FAILED.user(
          "The Revision Id provided does not match the latest Revision Id. Call the GetLayerPolicy"
              + " API to retrieve the latest Revision Id");
    }
  }

  static ResourcePolicy existing(@Nullable ResourcePolicy policy) {
    if (policy == null) {
      throw LambdaError.RESOURCE_NOT_FOUND.user("No policy is associated with the given resource.");
    }
    return policy;
  }
}
