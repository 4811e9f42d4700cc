package dev.thaw.engine.lambda.tag;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Functions;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.Call;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The tags of functions; their versions and aliases have none. */
public record FunctionTags(Functions functions) implements Taggable {
  @Override
  public Map<String, String> retag(
      Call call, String arn, UnaryOperator<Map<String, String>> change) {
    var function = FunctionReference.of(call, "TagResource", arn, null);
    if (function.qualifier() != null) {
      throw LambdaError.invalid(
          "Tags on function aliases and versions are not supported. Please specify a function"
              + " ARN.");
    }
    return functions.update(function, old -> old.withTags(change.apply(old.tags()))).tags();
  }
}
