package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html. */
record SendMessage(Queues queues) implements Operation<SendMessageRequest, SendMessageResponse> {
  @Override
  public SendMessageResponse handle(Call call, SendMessageRequest request) {
    var queue = queues.get(call, request.queueUrl());
    refuseLacking(request);
    var content = Sending.message(request.messageBody(), request.messageAttributes());
    Sending.check(content, queue);
    var delay = Sending.delay(request.delaySeconds());
    var message = queue.send(content, call.account(), delay);
    return SendMessageResponse.builder()
        .messageId(message.id())
        .md5OfMessageBody(Md5.of(message.body()))
        .md5OfMessageAttributes(Md5.of(message.attributes()))
        .build();
  }

  private static void refuseLacking(SendMessageRequest request) {
    if (request.messageGroupId() != null || request.messageDeduplicationId() != null) {
      throw CommonError.notImplemented("MessageGroupId or MessageDeduplicationId of SendMessage");
    }
    if (request.hasMessageSystemAttributes()) {
      throw CommonError.notImplemented("MessageSystemAttributes of SendMessage");
    }
  }
}
