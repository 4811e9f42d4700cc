package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.kinesis.model.DeleteStreamRequest;
import software.amazon.awssdk.services.kinesis.model.DeleteStreamResponse;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DeleteStream.html. */
record DeleteStream(Kinesis kinesis)
    implements Operation<DeleteStreamRequest, DeleteStreamResponse> {
  @Override
  public DeleteStreamResponse handle(Call call, DeleteStreamRequest request) {
    kinesis.delete(kinesis.get(call, request.streamName(), request.streamARN()));
    return DeleteStreamResponse.builder().build();
  }
}
