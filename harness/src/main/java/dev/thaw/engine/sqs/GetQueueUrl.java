package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html. */
record GetQueueUrl(Queues queues) implements Operation<GetQueueUrlRequest, GetQueueUrlResponse> {
  @Override
  public GetQueueUrlResponse handle(Call call, GetQueueUrlRequest request) {
    if (request.queueName() == null) {
      throw SqsError.missing("QueueName");
    }
    var owner = Optional.ofNullable(request.queueOwnerAWSAccountId()).orElse(call.account());
    var queue = queues.named(new QueueName(call.region(), owner, request.queueName()));
    return GetQueueUrlResponse.builder().queueUrl(queue.name().url(call.wire().host())).build();
  }
}
