package dev.thaw.engine.lambda.function;

import dev.thaw.engine.lambda.policy.Requester;
import dev.thaw.engine.lambda.policy.ResourcePolicy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;

/**
 * A version of a layer: what lists say of it, its package, and who but its owner may use it. See
 * https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html.
 */
public record LayerVersion(
    LayerVersionsListItem description, CodePackage code, @Nullable ResourcePolicy policy) {
  public String arn() {
    return description.layerVersionArn();
  }

  /** Refuses an account that neither owns it nor may read it by its policy. */
  public void checkReader(String account) {
    var owner = arn().split(":", -1)[4];
    var root = "arn:aws:iam::" + account + ":root";
    var reader = new Requester(root, "lambda:GetLayerVersion", Map.of());
    if (!owner.equals(account) && (policy == null || !policy.allows(reader))) {
      throw LambdaError.ACCESS_DENIED.user(
          ("User: %s is not authorized to perform: lambda:GetLayerVersion on resource: %s because no"
                  + " resource-based policy allows the lambda:GetLayerVersion action")
              .formatted(root, arn()));
    }
  }

  /** The same under another policy. */
  public LayerVersion with(@Nullable ResourcePolicy other) {
    return new LayerVersion(description, code, other);
  }
}
