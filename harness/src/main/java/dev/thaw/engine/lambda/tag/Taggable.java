package dev.thaw.engine.lambda.tag;

import dev.thaw.engine.protocol.Call;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A kind of resource that has tags. */
@FunctionalInterface
public interface Taggable {
  /**
   * Changes the tags of the resource with that ARN and gives what they are then; fails as Lambda
   * does where there is no such resource.
   */
  Map<String, String> retag(Call call, String arn, UnaryOperator<Map<String, String>> change);
}
