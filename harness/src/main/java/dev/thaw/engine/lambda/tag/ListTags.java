package dev.thaw.engine.lambda.tag;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListTags.html. */
record ListTags(Tagging tagging) implements Operation<ListTagsRequest, ListTagsResponse> {
  @Override
  public ListTagsResponse handle(Call call, ListTagsRequest request) {
    var tags = tagging.retag(call, request.resource(), UnaryOperator.identity());
    return ListTagsResponse.builder().tags(tags).build();
  }
}
