package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.sqs.model.DeleteQueueRequest;
import software.amazon.awssdk.services.sqs.model.DeleteQueueResponse;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteQueue.html. */
record DeleteQueue(Queues queues) implements Operation<DeleteQueueRequest, DeleteQueueResponse> {
  @Override
  public DeleteQueueResponse handle(Call call, DeleteQueueRequest request) {
    queues.delete(queues.get(call, request.queueUrl()));
    return DeleteQueueResponse.builder().build();
  }
}
