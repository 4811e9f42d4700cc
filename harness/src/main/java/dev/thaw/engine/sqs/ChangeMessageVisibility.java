package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;

/**
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html.
 */
record ChangeMessageVisibility(Queues queues)
    implements Operation<ChangeMessageVisibilityRequest, ChangeMessageVisibilityResponse> {
  @Override
  public ChangeMessageVisibilityResponse handle(Call call, ChangeMessageVisibilityRequest request) {
    var queue = queues.get(call, request.queueUrl());
    if (request.receiptHandle() == null) {
      throw SqsError.missing("ReceiptHandle");
    }
    var receipt = Receipt.parse(request.receiptHandle());
    if (!queue.changeVisibility(
        receipt.messageId(), ReceiveMessage.hiding(request.visibilityTimeout(), queue))) {
      throw SqsError.invalidValue(
          "ReceiptHandle",
          request.receiptHandle(),
          "Message does not exist or is not available for visibility timeout change.");
    }
    return ChangeMessageVisibilityResponse.builder().build();
  }
}
