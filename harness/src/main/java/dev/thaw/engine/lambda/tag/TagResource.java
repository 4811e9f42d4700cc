package dev.thaw.engine.lambda.tag;

import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.TagResourceResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_TagResource.html. */
record TagResource(Tagging tagging) implements Operation<TagResourceRequest, TagResourceResponse> {
  @Override
  public TagResourceResponse handle(Call call, TagResourceRequest request) {
    if (request.tags().isEmpty()) {
      // Recorded 2025-11-25: test_tag_exceptions.
      throw LambdaError.invalid("An error occurred and the request cannot be processed.");
    }
    tagging.retag(
        call,
        request.resource(),
        old -> {
          Map<String, String> more = new HashMap<>(old);
          more.putAll(request.tags());
          return more;
        });
    return TagResourceResponse.builder().build();
  }
}
