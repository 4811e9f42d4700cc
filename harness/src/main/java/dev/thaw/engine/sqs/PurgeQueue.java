package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;
import software.amazon.awssdk.services.sqs.model.PurgeQueueResponse;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html. */
record PurgeQueue(Queues queues) implements Operation<PurgeQueueRequest, PurgeQueueResponse> {
  @Override
  public PurgeQueueResponse handle(Call call, PurgeQueueRequest request) {
    queues.get(call, request.queueUrl()).purge();
    return PurgeQueueResponse.builder().build();
  }
}
