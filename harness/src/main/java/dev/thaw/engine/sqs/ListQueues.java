package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Page;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html. */
record ListQueues(Queues queues) implements Operation<ListQueuesRequest, ListQueuesResponse> {
  private static final int LARGEST_PAGE = 1000;

  @Override
  public ListQueuesResponse handle(Call call, ListQueuesRequest request) {
    var prefix = Optional.ofNullable(request.queueNamePrefix()).orElse("");
    var size = Optional.ofNullable(request.maxResults()).orElse(LARGEST_PAGE);
    if (size < 1 || size > LARGEST_PAGE) {
      throw SqsError.invalidValue(
          "MaxResults", size, "MaxResults must be an integer between 1 and 1000.");
    }
    try {
      var page =
          Page.of(
              queues.of(call.caller()).stream().filter(name -> name.name().startsWith(prefix)),
              QueueName::name,
              request.nextToken(),
              size);
      return ListQueuesResponse.builder()
          .queueUrls(page.items().stream().map(name -> name.url(call.wire().host())).toList())
          .nextToken(page.next())
          .build();
    } catch (IllegalArgumentException e) {
      throw SqsError.invalidValue("NextToken", request.nextToken(), "Invalid NextToken value.");
    }
  }
}
