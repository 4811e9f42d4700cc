package dev.thaw.engine.lambda.tag;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_UntagResource.html. */
record UntagResource(Tagging tagging)
    implements Operation<UntagResourceRequest, UntagResourceResponse> {
  @Override
  public UntagResourceResponse handle(Call call, UntagResourceRequest request) {
    tagging.retag(
        call,
        request.resource(),
        old -> {
          Map<String, String> fewer = new HashMap<>(old);
          request.tagKeys().forEach(fewer::remove);
          return fewer;
        });
    return UntagResourceResponse.builder().build();
  }
}
