package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.kinesis.model.RemoveTagsFromStreamRequest;
import software.amazon.awssdk.services.kinesis.model.RemoveTagsFromStreamResponse;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_RemoveTagsFromStream.html. */
record RemoveTagsFromStream(Kinesis kinesis)
    implements Operation<RemoveTagsFromStreamRequest, RemoveTagsFromStreamResponse> {
  @Override
  public RemoveTagsFromStreamResponse handle(Call call, RemoveTagsFromStreamRequest request) {
    kinesis.get(call, request.streamName(), request.streamARN()).removeTags(request.tagKeys());
    return RemoveTagsFromStreamResponse.builder().build();
  }
}
