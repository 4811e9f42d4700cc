package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html. */
record DeleteMessage(Queues queues)
    implements Operation<DeleteMessageRequest, DeleteMessageResponse> {
  @Override
  public DeleteMessageResponse handle(Call call, DeleteMessageRequest request) {
    var queue = queues.get(call, request.queueUrl());
    if (request.receiptHandle() == null) {
      throw SqsError.missing("ReceiptHandle");
    }
    queue.delete(Receipt.parse(request.receiptHandle()).messageId());
    return DeleteMessageResponse.builder().build();
  }
}
