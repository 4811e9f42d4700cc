package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.kinesis.model.ListTagsForStreamRequest;
import software.amazon.awssdk.services.kinesis.model.ListTagsForStreamResponse;
import software.amazon.awssdk.services.kinesis.model.Tag;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListTagsForStream.html. */
record ListTagsForStream(Kinesis kinesis)
    implements Operation<ListTagsForStreamRequest, ListTagsForStreamResponse> {
  @Override
  public ListTagsForStreamResponse handle(Call call, ListTagsForStreamRequest request) {
    int size = Optional.ofNullable(request.limit()).orElse(Tags.MOST);
    var after = Optional.ofNullable(request.exclusiveStartTagKey()).orElse("");
    var tags =
        kinesis.get(call, request.streamName(), request.streamARN()).tags().entrySet().stream()
            .filter(tag -> tag.getKey().compareTo(after) > 0)
            .sorted(Map.Entry.comparingByKey())
            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
            .toList();
    return ListTagsForStreamResponse.builder()
        .tags(tags.subList(0, Math.min(size, tags.size())))
        .hasMoreTags(tags.size() > size)
        .build();
  }
}
