package dev.thaw.engine.dynamodb;

import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Unsupported;
import software.amazon.awssdk.core.SdkPojo;

/** Parameters of before there were expressions, which the engine does not act on. */
final class Legacy {
  private Legacy() {}

  static void refuse(SdkPojo request, String... parameters) {
    Unsupported.first(request, parameters)
        .ifPresent(
            name -> {
              throw CommonError.notImplemented(
                  "The legacy parameter " + name + " (instead of which AWS advises expressions)");
            });
  }
}
