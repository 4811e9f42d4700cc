package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.ArrayList;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;

/**
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessageBatch.html.
 */
record DeleteMessageBatch(Queues queues)
    implements Operation<DeleteMessageBatchRequest, DeleteMessageBatchResponse> {
  @Override
  public DeleteMessageBatchResponse handle(Call call, DeleteMessageBatchRequest request) {
    var queue = queues.get(call, request.queueUrl());
    Batches.check(request.entries(), DeleteMessageBatchRequestEntry::id);
    var deleted = new ArrayList<DeleteMessageBatchResultEntry>();
    var failed = new ArrayList<BatchResultErrorEntry>();
    for (var entry : request.entries()) {
      try {
        queue.delete(Receipt.parse(entry.receiptHandle()).messageId());
        deleted.add(DeleteMessageBatchResultEntry.builder().id(entry.id()).build());
      } catch (AwsException e) {
        failed.add(Batches.failed(entry.id(), e));
      }
    }
    var response = DeleteMessageBatchResponse.builder().successful(deleted);
    return failed.isEmpty() ? response.build() : response.failed(failed).build();
  }
}
