package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.HashMap;
import software.amazon.awssdk.services.kinesis.model.AddTagsToStreamRequest;
import software.amazon.awssdk.services.kinesis.model.AddTagsToStreamResponse;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_AddTagsToStream.html. */
record AddTagsToStream(Kinesis kinesis)
    implements Operation<AddTagsToStreamRequest, AddTagsToStreamResponse> {
  @Override
  public AddTagsToStreamResponse handle(Call call, AddTagsToStreamRequest request) {
    var stream = kinesis.get(call, request.streamName(), request.streamARN());
    var all = new HashMap<>(stream.tags());
    all.putAll(request.tags());
    Tags.check(all);
    stream.addTags(request.tags());
    return AddTagsToStreamResponse.builder().build();
  }
}
