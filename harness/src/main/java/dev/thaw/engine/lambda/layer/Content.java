package dev.thaw.engine.lambda.layer;

import dev.thaw.engine.lambda.function.CodeStore;
import dev.thaw.engine.lambda.function.LayerVersion;
import dev.thaw.engine.protocol.Call;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentOutput;

/** What Lambda says of a layer's package, and where it can be downloaded. */
final class Content {
  private Content() {}

  static LayerVersionContentOutput of(Call call, LayerVersion version) {
    var code = version.code();
    return LayerVersionContentOutput.builder()
        .codeSha256(code.sha256())
        .codeSize(code.size())
        .location("http://" + call.wire().host() + CodeStore.location(code))
        .build();
  }
}
