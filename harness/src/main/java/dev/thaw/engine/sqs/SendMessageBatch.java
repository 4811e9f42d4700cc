package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/**
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html.
 */
record SendMessageBatch(Queues queues)
    implements Operation<SendMessageBatchRequest, SendMessageBatchResponse> {
  private static final int LARGEST = 1_048_576;

  @Override
  public SendMessageBatchResponse handle(Call call, SendMessageBatchRequest request) {
    var queue = queues.get(call, request.queueUrl());
    Batches.check(request.entries(), SendMessageBatchRequestEntry::id);
    checkSize(request.entries());
    var sent = new ArrayList<SendMessageBatchResultEntry>();
    var failed = new ArrayList<BatchResultErrorEntry>();
    for (var entry : request.entries()) {
      try {
        sent.add(send(call, queue, entry));
      } catch (AwsException e) {
        failed.add(Batches.failed(entry.id(), e));
      }
    }
    var response = SendMessageBatchResponse.builder().successful(sent);
    return failed.isEmpty() ? response.build() : response.failed(failed).build();
  }

  private static void checkSize(List<SendMessageBatchRequestEntry> entries) {
    int size = 0;
    for (var entry : entries) {
      var body = entry.messageBody() == null ? "" : entry.messageBody();
      size += new OutgoingMessage(body, entry.messageAttributes()).size();
    }
    if (size > LARGEST) {
      throw SqsError.BATCH_REQUEST_TOO_LONG.exception(
          "Batch requests cannot be longer than %d bytes. You have sent %d bytes."
              .formatted(LARGEST, size));
    }
  }

  private static SendMessageBatchResultEntry send(
      Call call, Queue queue, SendMessageBatchRequestEntry entry) {
    var content = Sending.message(entry.messageBody(), entry.messageAttributes());
    Sending.check(content, queue);
    var message = queue.send(content, call.account(), Sending.delay(entry.delaySeconds()));
    return SendMessageBatchResultEntry.builder()
        .id(entry.id())
        .messageId(message.id())
        .md5OfMessageBody(Md5.of(message.body()))
        .md5OfMessageAttributes(Md5.of(message.attributes()))
        .build();
  }
}
