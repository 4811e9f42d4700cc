package dev.thaw.engine.lambda.version;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.protocol.Call;

/** Functions as those operations name them that are about a function and none of its versions. */
final class Unqualified {
  private Unqualified() {}

  static FunctionReference of(Call call, String action, String text) {
    var reference = FunctionReference.of(call, action, text, null);
    return new FunctionReference(reference.name(), null);
  }
}
