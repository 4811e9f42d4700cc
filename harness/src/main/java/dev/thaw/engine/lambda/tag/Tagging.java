package dev.thaw.engine.lambda.tag;

import dev.thaw.engine.lambda.function.Tags;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import java.util.Map;
import java.util.function.UnaryOperator;

/** All kinds of resources that have tags, by the name of the kind in their ARNs. */
record Tagging(Map<String, Taggable> kinds) {
  Map<String, String> retag(Call call, String arn, UnaryOperator<Map<String, String>> change) {
    var kind = arn.split(":", -1)[5];
    var taggable = kinds.get(kind);
    if (taggable == null) {
      throw CommonError.notImplemented("A tag on a " + kind);
    }
    return taggable.retag(call, arn, tags -> Tags.checked(change.apply(tags)));
  }
}
