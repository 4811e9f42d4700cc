package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesResponse;

/**
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html.
 */
record SetQueueAttributes(Queues queues)
    implements Operation<SetQueueAttributesRequest, SetQueueAttributesResponse> {
  @Override
  public SetQueueAttributesResponse handle(Call call, SetQueueAttributesRequest request) {
    var queue = queues.get(call, request.queueUrl());
    queue.change(queue.settings().with(request.attributesAsStrings()));
    return SetQueueAttributesResponse.builder().build();
  }
}
