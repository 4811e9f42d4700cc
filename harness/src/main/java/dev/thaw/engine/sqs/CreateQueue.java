package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html. */
record CreateQueue(Queues queues) implements Operation<CreateQueueRequest, CreateQueueResponse> {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,80}");

  @Override
  public CreateQueueResponse handle(Call call, CreateQueueRequest request) {
    var name = request.queueName();
    if (name == null) {
      throw SqsError.missing("QueueName");
    }
    if (name.endsWith(".fifo")) {
      throw CommonError.notImplemented("A FIFO queue");
    }
    if (!NAME.matcher(name).matches()) {
      throw SqsError.INVALID_PARAMETER_VALUE.exception(
          "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
    }
    if (request.hasTags()) {
      throw CommonError.notImplemented("CreateQueue with tags");
    }
    var queue = queues.create(QueueName.of(call.caller(), name), request.attributesAsStrings());
    return CreateQueueResponse.builder().queueUrl(queue.name().url(call.wire().host())).build();
  }
}
