package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;

/**
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html.
 */
record GetQueueAttributes(Queues queues)
    implements Operation<GetQueueAttributesRequest, GetQueueAttributesResponse> {
  @Override
  public GetQueueAttributesResponse handle(Call call, GetQueueAttributesRequest request) {
    var queue = queues.get(call, request.queueUrl());
    var all = attributes(queue);
    var asked = request.attributeNamesAsStrings();
    if (!asked.contains("All")) {
      all.keySet().retainAll(asked);
    }
    // Absent and not empty, where nothing was asked for: as AWS answers.
    return all.isEmpty()
        ? GetQueueAttributesResponse.builder().build()
        : GetQueueAttributesResponse.builder().attributesWithStrings(all).build();
  }

  private static Map<String, String> attributes(Queue queue) {
    var all = new TreeMap<>(queue.settings().values());
    var counts = queue.counts();
    all.put("QueueArn", queue.name().arn());
    all.put("ApproximateNumberOfMessages", Integer.toString(counts.visible()));
    all.put("ApproximateNumberOfMessagesNotVisible", Integer.toString(counts.inFlight()));
    all.put("ApproximateNumberOfMessagesDelayed", Integer.toString(counts.delayed()));
    all.put("CreatedTimestamp", Long.toString(queue.createdSeconds()));
    all.put("LastModifiedTimestamp", Long.toString(queue.modifiedSeconds()));
    return all;
  }
}
